// The class of any value.
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/protocols.h"

namespace tfscope {

namespace {

bool IsSpecialName(std::string_view name) { return name.starts_with("__") && name.ends_with("__"); }

Class* TypeOfNative(const NativeFunction& native, const Types& types) {
  if (native.owner == nullptr || std::string_view(native.spec->name) == "__new__") return types.builtin_function;
  return IsSpecialName(native.spec->name) ? types.wrapper_descriptor : types.method_descriptor;
}

/// The type of an iterator over what the kind of `operand` says.
Class* TypeOfItemIterator(Value operand, const Types& types) {
  if (!operand.is_object()) return types.iterator;
  switch (operand.object()->kind) {
    case ObjectKind::kList:
      return types.list_iterator;
    case ObjectKind::kTuple:
      return types.tuple_iterator;
    case ObjectKind::kStr:
      return types.str_iterator;
    case ObjectKind::kBytes:
      return static_cast<Bytes*>(operand.object())->is_bytearray ? types.bytearray_iterator : types.bytes_iterator;
    case ObjectKind::kRange:
      return types.range_iterator;
    case ObjectKind::kSet:
    case ObjectKind::kFrozenSet:
      return types.set_iterator;
    default:
      return types.dict_keyiterator;
  }
}

Class* TypeOfIterator(const Iterator& iterator, const Types& types) {
  Value operand = iterator.operands.empty() ? Value() : iterator.operands[0];
  switch (iterator.source) {
    case Iterator::Source::kEnumerate:
      return types.enumerate;
    case Iterator::Source::kZip:
      return types.zip;
    case Iterator::Source::kReversed:
      if (As<Range>(operand) != nullptr) return types.range_iterator;
      return As<List>(operand) != nullptr ? types.list_reverseiterator : types.reversed;
    case Iterator::Source::kCallable:
      return types.callable_iterator;
    case Iterator::Source::kSequence:
    case Iterator::Source::kKeys:
      return TypeOfItemIterator(operand, types);
    case Iterator::Source::kValues:
      return types.dict_valueiterator;
    case Iterator::Source::kItems:
      return types.dict_itemiterator;
    default:
      return types.iterator;
  }
}

/// A method of the model of a class that CPython has in C is a builtin one.
Class* TypeOfPythonMethod(const BoundMethod& method, const Types& types) {
  const Instance* self = As<Instance>(method.self);
  const Function* function = As<Function>(method.function);
  if (self == nullptr || function == nullptr || !function->globals->is_library || NameInC(*self->cls) == nullptr) {
    return types.method;
  }
  return IsSpecialName(function->name->text) ? types.method_wrapper : types.builtin_function;
}

}  // namespace

const Str* NameInC(const Class& cls) {
  if (!cls.is_library) return nullptr;
  Str key;
  key.text = "__tp_name__";
  key.hash = HashText(key.text);
  const Value* own = cls.attributes.FindStr(&key);
  return own == nullptr ? nullptr : As<Str>(*own);
}

Class* Machine::TypeOf(Value value) const {
  switch (value.tag()) {
    case Value::Tag::kNone:
    case Value::Tag::kUndefined:
      return types_.none_type;
    case Value::Tag::kNotImplemented:
      return types_.not_implemented_type;
    case Value::Tag::kEllipsis:
      return types_.ellipsis_type;
    case Value::Tag::kBool:
      return types_.bool_;
    case Value::Tag::kInt:
      return types_.int_;
    case Value::Tag::kFloat:
      return types_.float_;
    case Value::Tag::kUnknown:
      return types_.object;
    case Value::Tag::kObject:
      return TypeOfObject(*value.object());
  }
  return types_.object;
}

Class* Machine::TypeOfObject(const Object& object) const {
  switch (object.kind) {
    case ObjectKind::kStr:
      return types_.str;
    case ObjectKind::kBytes:
      return static_cast<const Bytes&>(object).is_bytearray ? types_.bytearray : types_.bytes;
    case ObjectKind::kBigInt:
      return types_.int_;
    case ObjectKind::kComplex:
      return types_.complex;
    case ObjectKind::kTuple:
      return types_.tuple;
    case ObjectKind::kRange:
      return types_.range;
    case ObjectKind::kSlice:
      return types_.slice;
    case ObjectKind::kCode:
      return types_.code;
    case ObjectKind::kNativeFunction:
      return TypeOfNative(static_cast<const NativeFunction&>(object), types_);
    case ObjectKind::kList:
      return types_.list;
    case ObjectKind::kDict:
      return types_.dict;
    case ObjectKind::kSet:
      return types_.set;
    case ObjectKind::kFrozenSet:
      return types_.frozenset;
    case ObjectKind::kFunction:
      return types_.function;
    case ObjectKind::kBoundMethod: {
      auto* native = As<NativeFunction>(static_cast<const BoundMethod&>(object).function);
      if (native == nullptr) return TypeOfPythonMethod(static_cast<const BoundMethod&>(object), types_);
      bool wrapper = native->owner != nullptr && IsSpecialName(native->spec->name);
      return wrapper ? types_.method_wrapper : types_.builtin_function;
    }
    case ObjectKind::kClass: {
      Class* meta = static_cast<const Class&>(object).metaclass;
      return meta == nullptr ? types_.type : meta;
    }
    case ObjectKind::kInstance:
      return static_cast<const Instance&>(object).cls;
    case ObjectKind::kModule:
      return types_.module;
    case ObjectKind::kCell:
      return types_.cell;
    case ObjectKind::kFrame:
      return types_.frame;
    case ObjectKind::kGenerator: {
      Class* type = static_cast<const Generator&>(object).type;
      return type == nullptr ? types_.generator : type;
    }
    case ObjectKind::kIterator:
      return TypeOfIterator(static_cast<const Iterator&>(object), types_);
    case ObjectKind::kMember:
      return types_.member_descriptor;
    case ObjectKind::kProperty:
      return types_.property;
    case ObjectKind::kStaticMethod:
      return types_.staticmethod;
    case ObjectKind::kClassMethod:
      return types_.classmethod;
    case ObjectKind::kSuper:
      return types_.super;
    case ObjectKind::kDictView: {
      auto view = static_cast<const DictView&>(object).view;
      if (view == DictView::View::kKeys) return types_.dict_keys;
      return view == DictView::View::kValues ? types_.dict_values : types_.dict_items;
    }
    case ObjectKind::kLazyImport:
      return types_.module;
  }
  return types_.object;
}

}  // namespace tfscope
