<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="https://marsh.example/d/gone.html">
  <script>location="https://marsh.example/d/gone.html"</script>
  <meta http-equiv="refresh" content="0; url=https://marsh.example/d/gone.html">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="https://marsh.example/d/gone.html">Click here if you are not redirected.</a>
</html>
