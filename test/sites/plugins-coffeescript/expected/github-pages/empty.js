(function() {


}).call(this);
