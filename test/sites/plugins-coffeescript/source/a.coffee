---
layout: x
---
square = (x) -> x * x # {{ 1 | plus: 2 }}
alert "ü {{ site.time | date: "%Y" }}"
