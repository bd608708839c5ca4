---
---
r = {{ "a if b" }}
class A extends B
  go: => super
  ok: (a, b...) -> `raw`
