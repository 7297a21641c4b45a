// Attributes that objects have by their nature: `__class__`, `__name__`, `__dict__`, `__doc__`, ...
#include "analyzer/evaluator/exception_attributes.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/tensorflow/api_table.h"

namespace tfscope {

namespace {

Value TextOrNone(Str* text) { return text == nullptr ? Value::None() : Value::Of(text); }

Value TupleOfClasses(Heap& heap, const std::vector<Class*>& classes) {
  std::vector<Value> items;
  for (Class* cls : classes) items.push_back(Value::Of(cls));
  return heap.NewTuple(std::move(items));
}

/// `__base__`: the base that decides what instances are made of.
Class* SolidBase(const Class& cls) {
  for (Class* base : cls.bases) {
    if (base->layout != Layout::kPlain) return base;
  }
  return cls.bases[0];
}

/// A dict with the current attributes. Writing to it does not write to the object.
Value CopyOfAttributes(Heap& heap, const OrderedMap& attributes) {
  Dict* dict = heap.NewDict();
  dict->items = attributes;
  return Value::Of(dict);
}

/// `__annotations__` and `__kwdefaults__`: dicts, or None for none.
Result SetFunctionDict(Machine& machine, Function* function, std::string_view name, Value value) {
  if (value.is_unknown()) return Value::None();
  auto* dict = As<Dict>(Machine::Unwrap(value));
  if (dict == nullptr && !value.is_none()) return machine.TypeError("{} must be set to a dict object", name);
  machine.heap().WillWrite(function);
  if (name == "__annotations__") {
    function->annotations = dict;
  } else {
    function->keyword_defaults = dict == nullptr ? OrderedMap() : dict->items;
  }
  return Value::None();
}

/// The namespace of a module. One of TensorFlow's is filled with what else it has, which is found by name only until
/// somebody looks at all of it; not if that is as much as `tf` itself.
Dict* NamespaceOf(Machine& machine, Module* module) {
  constexpr size_t kMostNames = 300;
  if (!module->is_library || module->loading) return module->dict;
  const std::vector<std::string_view> names = ApiTable::TensorFlow().AttributesOf(module->name->text);
  if (names.size() > kMostNames) return module->dict;
  for (const std::string_view text : names) {
    Str* name = machine.heap().Intern(text);
    if (text.starts_with("__") || module->attributes().FindStr(name) != nullptr) continue;
    const Result value = machine.GetAttribute(Value::Of(module), name);
    if (machine.pending().defined()) machine.TakePending();
    if (!value.ok() || module->attributes().FindStr(name) != nullptr) continue;
    machine.heap().WillWrite(module->dict);
    module->attributes().SetStr(name, value.value());
  }
  return module->dict;
}

}  // namespace

Value Machine::SpecialAttribute(Value object, std::string_view name) {
  if (!name.starts_with("__")) {
    Value plain = PlainSpecialAttribute(object, name);
    return plain.defined() || !InPython2() ? plain : Python2Attribute(object, name);
  }
  if (name == "__class__") return Value::Of(TypeOf(object));
  if (!object.is_object()) return name == "__doc__" ? Value::None() : Value();
  switch (object.object()->kind) {
    case ObjectKind::kClass:
      return ClassAttribute(static_cast<Class*>(object.object()), name);
    case ObjectKind::kFunction:
      return FunctionAttribute(static_cast<Function*>(object.object()), name);
    case ObjectKind::kModule: {
      auto* module = static_cast<Module*>(object.object());
      if (name == "__dict__") return Value::Of(NamespaceOf(*this, module));
      break;
    }
    case ObjectKind::kBoundMethod: {
      auto* method = static_cast<BoundMethod*>(object.object());
      if (name == "__self__") return method->self;
      if (name == "__func__") return method->function;
      return LookUp(method->function, heap_.Intern(name));
    }
    case ObjectKind::kNativeFunction: {
      auto* native = static_cast<NativeFunction*>(object.object());
      if (name == "__qualname__" && native->owner != nullptr) {
        return heap_.Text(fmt::format("{}.{}", native->owner->name->text, native->spec->name));
      }
      if (name == "__name__" || name == "__qualname__") return heap_.Text(native->spec->name);
      if (name == "__module__") return heap_.Text("builtins");
      break;
    }
    case ObjectKind::kGenerator: {
      auto* generator = static_cast<Generator*>(object.object());
      if (name == "__name__") return TextOrNone(generator->name);
      if (name == "__qualname__") return TextOrNone(generator->qualified_name);
      break;
    }
    case ObjectKind::kProperty: {
      auto* property = static_cast<Property*>(object.object());
      if (name != "__doc__") break;
      bool given = property->documentation.defined() && !property->documentation.is_none();
      if (given || !property->getter.defined()) return given ? property->documentation : Value::None();
      Value documentation = LookUp(property->getter, heap_.Intern("__doc__"));
      return documentation.defined() ? documentation : Value::None();
    }
    case ObjectKind::kMember: {
      auto* member = static_cast<Member*>(object.object());
      if (name == "__name__") return Value::Of(member->name);
      if (name == "__objclass__") return Value::Of(member->owner);
      break;
    }
    case ObjectKind::kStaticMethod:
      if (name == "__func__") return static_cast<StaticMethod*>(object.object())->function;
      break;
    case ObjectKind::kClassMethod:
      if (name == "__func__") return static_cast<ClassMethod*>(object.object())->function;
      break;
    case ObjectKind::kInstance: {
      auto* instance = static_cast<Instance*>(object.object());
      if (name == "__dict__") {
        Dict* dict = EnsureDictionary(object);
        return dict == nullptr ? Value() : Value::Of(dict);
      }
      if (instance->cls->layout != Layout::kException) break;
      if (Value found = ExceptionAttribute(*this, *instance, name); found.defined()) return found;
      break;
    }
    default:
      break;
  }
  return name == "__doc__" ? Value::None() : Value();
}

/// Special attributes without double underscores: parts of slices, ranges, complex numbers, properties, code.
Value Machine::PlainSpecialAttribute(Value object, std::string_view name) {
  if (object.is_int() || object.is_bool() || As<BigInt>(object) != nullptr) {
    if (name == "real" || name == "numerator") return object.is_bool() ? Value::Int(object.as_int()) : object;
    if (name == "imag") return Value::Int(0);
    if (name == "denominator") return Value::Int(1);
    return Value();
  }
  if (object.is_float()) {
    if (name == "real") return object;
    return name == "imag" ? Value::Float(0) : Value();
  }
  if (auto* number = As<Complex>(object)) {
    if (name == "real") return Value::Float(number->real);
    return name == "imag" ? Value::Float(number->imaginary) : Value();
  }
  if (auto* cell = As<Cell>(object)) return name == "cell_contents" ? cell->value : Value();
  if (auto* slice = As<Slice>(object)) {
    if (name == "start") return slice->start;
    if (name == "stop") return slice->stop;
    return name == "step" ? slice->step : Value();
  }
  if (auto* range = As<Range>(object)) {
    if (name == "start") return Value::Int(range->start);
    if (name == "stop") return Value::Int(range->stop);
    return name == "step" ? Value::Int(range->step) : Value();
  }
  if (auto* property = As<Property>(object)) {
    if (name == "fget") return property->getter.defined() ? property->getter : Value::None();
    if (name == "fset") return property->setter.defined() ? property->setter : Value::None();
    if (name == "fdel") return property->deleter.defined() ? property->deleter : Value::None();
    return Value();
  }
  if (auto* generator = As<Generator>(object)) {
    if (name == "gi_frame") return generator->frame == nullptr ? Value::None() : Value::Of(generator->frame);
    if (name == "gi_running") return Value::Bool(generator->running);
    return name == "gi_yieldfrom" ? Value::None() : Value();
  }
  if (auto* code = As<CodeObject>(object)) return CodeAttribute(code->code, name);
  if (auto* instance = As<Instance>(object); instance != nullptr && instance->cls->layout == Layout::kException) {
    return ExceptionAttribute(*this, *instance, name);
  }
  return Value();
}

/// `method.im_func`, `function.func_name`, `exception.message`.
Value Machine::Python2Attribute(Value object, std::string_view name) {
  constexpr std::string_view kOfFunction = "func_";
  const Function* function = As<Function>(object);
  const BoundMethod* method = As<BoundMethod>(object);
  if ((function != nullptr || method != nullptr) && name.starts_with(kOfFunction)) {
    return SpecialAttribute(object, fmt::format("__{}__", name.substr(kOfFunction.size())));
  }
  if (name == "im_func" && function != nullptr) return object;
  if (name == "im_self" && function != nullptr) return Value::None();
  if (name == "im_func" && method != nullptr) return method->function;
  if (name == "im_self" && method != nullptr) return method->self;
  if (name == "im_class" && method != nullptr) return Value::Of(TypeOf(method->self));
  auto* exception = As<Instance>(object);
  if (name != "message" || exception == nullptr || exception->cls->layout != Layout::kException) return Value();
  auto* arguments = As<Tuple>(exception->payload);
  return arguments != nullptr && arguments->items.size() == 1 ? arguments->items[0] : heap_.Text("");
}

Value Machine::CodeAttribute(Code* code, std::string_view name) {
  if (name == "co_name") return Value::Of(code->name);
  if (name == "co_argcount") return Value::Int(code->argument_count);
  if (name == "co_kwonlyargcount") return Value::Int(code->keyword_only_count);
  if (name == "co_filename") return heap_.Text(FileName(code->tree->file()));
  if (name == "co_firstlineno") return Value::Int(LineOf(code->tree->SpanOf(code->node)));
  if (name == "co_flags") {
    bool varargs = (code->flags & kHasVarArgs) != 0;
    bool keywords = (code->flags & kHasKeywords) != 0;
    bool generator = (code->flags & kIsGenerator) != 0;
    return Value::Int((varargs ? 4 : 0) | (keywords ? 8 : 0) | (generator ? 32 : 0));
  }
  const std::vector<Str*>* named = name == "co_varnames"   ? &code->locals
                                   : name == "co_cellvars" ? &code->cell_variables
                                   : name == "co_freevars" ? &code->free_variables
                                                           : nullptr;
  if (name == "co_nlocals") return Value::Int(static_cast<int64_t>(code->locals.size()));
  if (named == nullptr) return Value();
  std::vector<Value> names;
  for (Str* local : *named) names.push_back(Value::Of(local));
  return heap_.NewTuple(std::move(names));
}

Value Machine::ClassAttribute(Class* cls, std::string_view name) {
  if (name == "__name__") return Value::Of(cls->name);
  if (name == "__qualname__") return Value::Of(cls->qualified_name == nullptr ? cls->name : cls->qualified_name);
  if (name == "__mro__") return TupleOfClasses(heap_, cls->mro);
  if (name == "__bases__") return TupleOfClasses(heap_, cls->bases);
  if (name == "__base__") return cls->bases.empty() ? Value::None() : Value::Of(SolidBase(*cls));
  if (name == "__class__") return Value::Of(TypeOf(Value::Of(cls)));
  if (name == "__dict__") return CopyOfAttributes(heap_, cls->attributes);
  if (name == "__module__") return cls->module_name.defined() ? cls->module_name : heap_.Text("builtins");
  if (name == "__doc__") {
    const Value* own = cls->attributes.FindStr(heap_.Intern("__doc__"));
    return own == nullptr ? Value::None() : *own;
  }
  return Value();
}

Value Machine::FunctionAttribute(Function* function, std::string_view name) {
  if (name == "__name__") return Value::Of(function->name);
  if (name == "__qualname__") return Value::Of(function->qualified_name);
  if (name == "__module__") return TextOrNone(function->globals->name);
  if (name == "__doc__") return TextOrNone(function->code->docstring);
  if (name == "__dict__") return Value::Of(EnsureDictionary(Value::Of(function)));
  if (name == "__globals__") return Value::Of(function->globals->dict);
  if (name == "__annotations__") {
    if (function->annotations == nullptr) {
      heap_.WillWrite(function);
      function->annotations = heap_.NewDict();
    }
    return Value::Of(function->annotations);
  }
  if (name == "__defaults__") {
    return function->defaults.empty() ? Value::None() : heap_.NewTuple(function->defaults);
  }
  if (name == "__kwdefaults__") {
    return function->keyword_defaults.empty() ? Value::None() : CopyOfAttributes(heap_, function->keyword_defaults);
  }
  if (name == "__code__") {
    auto* code = heap_.New<CodeObject>();
    code->code = function->code;
    return Value::Of(code);
  }
  if (name == "__closure__") {
    if (function->closure.empty()) return Value::None();
    std::vector<Value> cells;
    for (Cell* cell : function->closure) cells.push_back(Value::Of(cell));
    return heap_.NewTuple(std::move(cells));
  }
  return Value();
}

/// Sets attributes that are kept outside the attribute dictionary. Undefined value: there is no such attribute.
Result Machine::SetSpecialAttribute(Value object, std::string_view name, Value value) {
  if (auto* function = As<Function>(object)) return SetFunctionAttribute(function, name, value);
  if (auto* instance = As<Instance>(object)) return SetInstanceAttribute(instance, name, value);
  auto* cls = As<Class>(object);
  if (cls == nullptr || cls->is_native || As<Str>(value) == nullptr) return Value();
  if (name != "__name__" && name != "__qualname__") return Value();
  heap_.WillWrite(cls);
  (name == "__name__" ? cls->name : cls->qualified_name) = As<Str>(value);
  return Value::None();
}

Result Machine::SetFunctionAttribute(Function* function, std::string_view name, Value value) {
  bool of_name = name == "__name__" || name == "__qualname__";
  if (name == "__annotations__" || name == "__kwdefaults__") return SetFunctionDict(*this, function, name, value);
  if (!of_name && name != "__defaults__") return Value();
  heap_.WillWrite(function);
  if (name == "__defaults__") {
    auto* tuple = As<Tuple>(value);
    function->defaults = tuple == nullptr ? std::vector<Value>() : tuple->Copy();
    return Value::None();
  }
  if (value.is_unknown()) return Value::None();
  auto* text = As<Str>(Unwrap(value));
  if (text == nullptr) return TypeError("{} must be set to a string object", name);
  (name == "__name__" ? function->name : function->qualified_name) = text;
  return Value::None();
}

Result Machine::SetInstanceAttribute(Instance* instance, std::string_view name, Value value) {
  if (name == "__class__") {
    if (value.is_unknown()) return Value::None();
    if (As<Class>(value) == nullptr) {
      return TypeError("__class__ must be set to a class, not '{}' object", TypeName(*this, value));
    }
    heap_.WillWrite(instance);
    instance->cls = As<Class>(value);
    return Value::None();
  }
  if (name == "__dict__" && !instance->cls->has_slots) {
    if (value.is_unknown()) return Value::None();
    auto* dict = As<Dict>(Unwrap(value));
    if (dict == nullptr) {
      return TypeError("__dict__ must be set to a dictionary, not a '{}'", TypeName(*this, value));
    }
    heap_.WillWrite(instance);
    instance->dict = dict;
    return Value::None();
  }
  bool is_exception = instance->cls->layout == Layout::kException;
  return is_exception ? SetExceptionAttribute(*this, *instance, name, value) : Result(Value());
}

}  // namespace tfscope
