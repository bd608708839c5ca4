square = (x) -> x * x # 3
alert "ü 2026"
