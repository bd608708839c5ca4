(function() {
  var z;

  z = "{{ 1 }}";

}).call(this);
