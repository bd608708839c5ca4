(function() {
  var A, r,
    bind = function(fn, me){ return function(){ return fn.apply(me, arguments); }; },
    extend = function(child, parent) { for (var key in parent) { if (hasProp.call(parent, key)) child[key] = parent[key]; } function ctor() { this.constructor = child; } ctor.prototype = parent.prototype; child.prototype = new ctor(); child.__super__ = parent.prototype; return child; },
    hasProp = {}.hasOwnProperty,
    slice = [].slice;

  if (b) {
    r = a;
  }

  A = (function(superClass) {
    extend(A, superClass);

    function A() {
      this.go = bind(this.go, this);
      return A.__super__.constructor.apply(this, arguments);
    }

    A.prototype.go = function() {
      return A.__super__.go.apply(this, arguments);
    };

    A.prototype.ok = function() {
      var a, b;
      a = arguments[0], b = 2 <= arguments.length ? slice.call(arguments, 1) : [];
      return raw;
    };

    return A;

  })(B);

}).call(this);
