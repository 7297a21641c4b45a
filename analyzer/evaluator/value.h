// A Python value as the evaluator holds it: a tag and eight bytes of payload.
#pragma once

#include <cstdint>

namespace tfscope {

struct Object;
struct Symbol;

/// A small value, or a reference to an object of the heap, or a symbol that stands for an unknown value.
/// `kUndefined` is no Python value: an unbound local, a missing argument, "no result".
class Value {
 public:
  enum class Tag : uint8_t { kUndefined, kNone, kNotImplemented, kEllipsis, kBool, kInt, kFloat, kObject, kUnknown };

  constexpr Value() : tag_(Tag::kUndefined), int_(0) {}
  static constexpr Value None() { return Value(Tag::kNone); }
  static constexpr Value NotImplemented() { return Value(Tag::kNotImplemented); }
  static constexpr Value Ellipsis() { return Value(Tag::kEllipsis); }
  static constexpr Value Bool(bool value) { return Value(Tag::kBool, value ? 1 : 0); }
  static constexpr Value Int(int64_t value) { return Value(Tag::kInt, value); }
  static Value Float(double value) {
    Value result(Tag::kFloat);
    result.float_ = value;
    return result;
  }
  static Value Of(Object* object) {
    Value result(Tag::kObject);
    result.object_ = object;
    return result;
  }
  static Value Unknown(Symbol* symbol) {
    Value result(Tag::kUnknown);
    result.symbol_ = symbol;
    return result;
  }

  Tag tag() const { return tag_; }
  bool defined() const { return tag_ != Tag::kUndefined; }
  bool is_none() const { return tag_ == Tag::kNone; }
  bool is_bool() const { return tag_ == Tag::kBool; }
  bool is_int() const { return tag_ == Tag::kInt; }  ///< a small int, not a bool
  bool is_float() const { return tag_ == Tag::kFloat; }
  bool is_object() const { return tag_ == Tag::kObject; }
  bool is_unknown() const { return tag_ == Tag::kUnknown; }

  bool as_bool() const { return int_ != 0; }
  int64_t as_int() const { return int_; }  ///< of kInt and kBool
  double as_float() const { return float_; }
  Object* object() const { return object_; }
  Symbol* symbol() const { return symbol_; }

  /// Same tag and payload: Python's `is` (small ints and floats compare by value).
  friend bool Identical(const Value& a, const Value& b) { return a.tag_ == b.tag_ && a.int_ == b.int_; }

 private:
  constexpr explicit Value(Tag tag, int64_t payload = 0) : tag_(tag), int_(payload) {}

  Tag tag_;
  union {
    int64_t int_;
    double float_;
    Object* object_;
    Symbol* symbol_;
  };
};
static_assert(sizeof(Value) == 16);

/// What is known of a truth value, or that asking for it raised.
enum class Truth : uint8_t { kFalse, kTrue, kUnknown, kRaised };

}  // namespace tfscope
