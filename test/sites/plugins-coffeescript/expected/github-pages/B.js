(function() {
  var x;

  x = 1;

}).call(this);
