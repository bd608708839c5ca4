<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="https://notes.example/walks/marsh/morning/2020/01/05/reeds.html">
  <script>location="https://notes.example/walks/marsh/morning/2020/01/05/reeds.html"</script>
  <meta http-equiv="refresh" content="0; url=https://notes.example/walks/marsh/morning/2020/01/05/reeds.html">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="https://notes.example/walks/marsh/morning/2020/01/05/reeds.html">Click here if you are not redirected.</a>
</html>
