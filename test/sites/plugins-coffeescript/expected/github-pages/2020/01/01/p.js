(function() {
  var p;

  p = 1;

}).call(this);
