(function() {
  var square;

  square = function(x) {
    return x * x;
  };

  alert("ü 2026");

}).call(this);
