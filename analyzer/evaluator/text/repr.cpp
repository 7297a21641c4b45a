// repr of values of builtin types and of instances without a `__repr__` of their own.
#include <algorithm>

#include "analyzer/evaluator/builtin_descriptors.h"
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/python2_order.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/float_text.h"
#include "analyzer/evaluator/text/quote.h"

namespace tfscope {

namespace {

/// Text is copied once for each container around it.
constexpr size_t kBytesPerInstruction = 64;

std::string At(Machine& machine, const Object* object) {
  return fmt::format("at 0x{:x}", machine.heap().AddressOf(object));
}

/// `module.Class`, without the module for builtin classes.
std::string QualifiedName(const Class* cls) {
  const Str* name = cls->qualified_name != nullptr ? cls->qualified_name : cls->name;
  const Str* module = As<Str>(cls->module_name);
  bool plain = module == nullptr || module->text == "builtins";
  return plain ? std::string(name->text) : fmt::format("{}.{}", module->text, name->text);
}

/// Modules that are part of the interpreter itself, and so come from no file.
constexpr std::string_view kBuiltInModules[] = {"builtins", "sys",        "time",    "itertools",   "gc",
                                                "errno",    "marshal",    "posix",   "atexit",      "_thread",
                                                "_io",      "_functools", "_signal", "faulthandler"};

std::string ReprOfModule(Machine& machine, const Module* module) {
  const std::string_view name = module->name->text;
  if (std::ranges::find(kBuiltInModules, name) != std::end(kBuiltInModules)) {
    return fmt::format("<module '{}' (built-in)>", name);
  }
  const Value* file = module->attributes().FindStr(machine.heap().Intern("__file__"));
  if (const Str* path = file == nullptr ? nullptr : As<Str>(*file)) {
    return fmt::format("<module '{}' from {}>", name, QuoteText(path->text));
  }
  if (!module->is_library) return fmt::format("<module '{}'>", name);
  std::string path(name);
  std::ranges::replace(path, '.', '/');
  return fmt::format("<module '{}' from '/usr/lib/python3.7/{}{}.py'>", name, path,
                     module->is_package ? "/__init__" : "");
}

/// Appends the representations of `items`, separated by commas. False if an exception is pending. The items may change
/// meanwhile: a list is read anew each time.
template <typename Items>
bool AppendItems(Machine& machine, const Items& items, std::string& result) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (!machine.Charge(1) || result.size() > kLargestString) return true;
    std::optional<std::string> text = machine.ReprText(items[i]);
    if (!text.has_value()) return false;
    if (i > 0) result += ", ";
    result += *text;
    machine.Charge(text->size() / kBytesPerInstruction);
  }
  return true;
}

bool AppendEntries(Machine& machine, const OrderedMap& map, std::string& result) {
  bool first = true;
  std::vector<size_t> order = machine.InPython2() ? Python2Order(map) : std::vector<size_t>();
  for (size_t i = 0; i < (machine.InPython2() ? order.size() : map.slots()); ++i) {
    OrderedMap::Entry entry = map.slot(order.empty() ? i : order[i]);
    if (!entry.key.defined()) continue;
    if (!machine.Charge(1) || result.size() > kLargestString) return true;
    std::optional<std::string> key = machine.ReprText(entry.key);
    if (!key.has_value()) return false;
    if (!first) result += ", ";
    first = false;
    result += *key;
    std::optional<std::string> value = machine.ReprText(entry.value);
    if (!value.has_value()) return false;
    result += ": " + *value;
    machine.Charge((key->size() + value->size()) / kBytesPerInstruction);
  }
  return true;
}

template <typename Items>
std::optional<std::string> ReprOfSequence(Machine& machine, const Items& items, char open, char close) {
  std::string result(1, open);
  if (!AppendItems(machine, items, result)) return std::nullopt;
  if (open == '(' && items.size() == 1) result += ',';
  return result + close;
}

std::optional<std::string> ReprOfPython2Set(Machine& machine, const Set* set, std::string_view class_name) {
  std::string result = fmt::format("{}([", class_name);
  if (!AppendItems(machine, SetElements(machine, set), result)) return std::nullopt;
  return result + "])";
}

std::optional<std::string> ReprOfSet(Machine& machine, const Set* set, std::string_view class_name) {
  bool is_set = set->kind == ObjectKind::kSet && class_name == "set";
  if (set->items.empty()) return fmt::format("{}({})", class_name, machine.InPython2() ? "[]" : "");
  std::string result = is_set ? "{" : fmt::format("{}({{", class_name);
  if (machine.InPython2()) return ReprOfPython2Set(machine, set, class_name);
  if (!AppendItems(machine, SetElements(machine, set), result)) return std::nullopt;
  return result + (is_set ? "}" : "})");
}

std::optional<std::string> ReprOfView(Machine& machine, const DictView* view) {
  static constexpr std::string_view kNames[] = {"dict_keys", "dict_values", "dict_items"};
  auto* mutable_view = const_cast<DictView*>(view);
  std::vector<Value> items;
  if (!machine.Collect(Value::Of(mutable_view), items)) return std::nullopt;
  std::optional<std::string> list = ReprOfSequence(machine, items, '[', ']');
  if (!list.has_value()) return std::nullopt;
  return fmt::format("{}({})", kNames[static_cast<size_t>(view->view)], *list);
}

std::optional<std::string> ReprOfContainer(Machine& machine, Value value, std::string_view class_name) {
  switch (value.object()->kind) {
    case ObjectKind::kList:
      return ReprOfSequence(machine, As<List>(value)->items, '[', ']');
    case ObjectKind::kTuple:
      return ReprOfSequence(machine, As<Tuple>(value)->items, '(', ')');
    case ObjectKind::kDict: {
      std::string result = "{";
      if (!AppendEntries(machine, As<Dict>(value)->items, result)) return std::nullopt;
      return result + "}";
    }
    case ObjectKind::kDictView:
      return ReprOfView(machine, As<DictView>(value));
    default:
      return ReprOfSet(machine, As<Set>(value), class_name);
  }
}

/// What stands for a container inside itself.
std::string CycleText(Value value, std::string_view class_name) {
  switch (value.object()->kind) {
    case ObjectKind::kList:
      return "[...]";
    case ObjectKind::kTuple:
      return "(...)";
    case ObjectKind::kDict:
      return "{...}";
    default:
      return fmt::format("{}(...)", class_name);
  }
}

bool IsContainer(ObjectKind kind) {
  return kind == ObjectKind::kList || kind == ObjectKind::kTuple || kind == ObjectKind::kDict ||
         kind == ObjectKind::kSet || kind == ObjectKind::kFrozenSet || kind == ObjectKind::kDictView;
}

std::string ReprOfFunction(Machine& machine, Value value) {
  if (const Function* function = As<Function>(value)) {
    const Str* name = function->qualified_name != nullptr ? function->qualified_name : function->name;
    return fmt::format("<function {} {}>", name->text, At(machine, function));
  }
  const NativeFunction* native = As<NativeFunction>(value);
  std::string_view name = native->spec->name;
  if (native->owner == nullptr || name == "__new__") return fmt::format("<built-in function {}>", name);
  std::string_view kind = name.starts_with("__") && name.ends_with("__") ? "slot wrapper" : "method";
  return fmt::format("<{} '{}' of '{}' objects>", kind, name, native->owner->name->text);
}

std::optional<std::string> ReprOfMethod(Machine& machine, const BoundMethod* method) {
  if (const NativeFunction* native = As<NativeFunction>(method->function)) {
    std::string_view type = TypeName(machine, method->self);
    std::string_view name = native->spec->name;
    if (native->owner != nullptr && name.starts_with("__") && name.ends_with("__") && method->self.is_object()) {
      return fmt::format("<method-wrapper '{}' of {} object {}>", name, type, At(machine, method->self.object()));
    }
    if (!method->self.is_object()) return fmt::format("<built-in method {} of {} object>", native->spec->name, type);
    return fmt::format("<built-in method {} of {} object {}>", native->spec->name, type,
                       At(machine, method->self.object()));
  }
  std::optional<std::string> self = machine.ReprText(method->self);
  if (!self.has_value()) return std::nullopt;
  const Function* function = As<Function>(method->function);
  std::string_view name = function == nullptr
                              ? "?"
                              : (function->qualified_name != nullptr ? function->qualified_name : function->name)->text;
  return fmt::format("<bound method {} of {}>", name, *self);
}

std::optional<std::string> ReprOfParts(Machine& machine, std::string_view name, std::vector<Value> parts) {
  std::string result = fmt::format("{}(", name);
  if (!AppendItems(machine, parts, result)) return std::nullopt;
  return result + ")";
}

std::optional<std::string> ReprOfInstance(Machine& machine, const Instance* instance) {
  if (instance->cls->layout == Layout::kException) {
    std::vector<Value> arguments = ExceptionArguments(machine, instance);
    if (!machine.InPython2()) return ReprOfParts(machine, instance->cls->name->text, std::move(arguments));
    auto shown = ReprOfSequence(machine, arguments, '(', ')');
    return shown.has_value() ? std::string(instance->cls->name->text) + *shown : shown;
  }
  return fmt::format("<{} object {}>", QualifiedName(instance->cls), At(machine, instance));
}

std::string ReprOfPython2Range(const Range* range) {
  if (range->step != 1) return fmt::format("xrange({}, {}, {})", range->start, range->stop, range->step);
  if (range->start != 0) return fmt::format("xrange({}, {})", range->start, range->stop);
  return fmt::format("xrange({})", range->stop);
}

std::string ReprOfClass(Machine& machine, const Class* cls) {
  if (!machine.InPython2() || !cls->is_native) return fmt::format("<class '{}'>", QualifiedName(cls));
  bool is_exception = cls->layout == Layout::kException;
  return fmt::format("<type '{}{}'>", is_exception ? "exceptions." : "", cls->name->text);
}

std::optional<std::string> ReprOfObject(Machine& machine, Value value, std::string_view class_name) {
  Object* object = value.object();
  switch (object->kind) {
    case ObjectKind::kStr:
      if (!machine.Charge(As<Str>(value)->text.size() / 2)) return "";
      return QuoteText(As<Str>(value)->text);
    case ObjectKind::kBytes:
      if (!machine.Charge(As<Bytes>(value)->data.size() / 2)) return "";
      if (As<Bytes>(value)->is_bytearray) return fmt::format("bytearray({})", QuoteBytes(As<Bytes>(value)->data, true));
      return QuoteBytes(As<Bytes>(value)->data);
    case ObjectKind::kBigInt: {
      uint64_t words = As<BigInt>(value)->magnitude.size();
      if (!machine.Charge(words * words / 16)) return "";
      return ToDigits(IntegerOf(value), 10) + (machine.InPython2() ? "L" : "");
    }
    case ObjectKind::kComplex:
      return ComplexRepr(As<Complex>(value)->real, As<Complex>(value)->imaginary);
    case ObjectKind::kRange: {
      const Range* range = As<Range>(value);
      if (machine.InPython2()) return ReprOfPython2Range(range);
      if (range->step == 1) return fmt::format("range({}, {})", range->start, range->stop);
      return fmt::format("range({}, {}, {})", range->start, range->stop, range->step);
    }
    case ObjectKind::kSlice: {
      const Slice* slice = As<Slice>(value);
      auto part = [](Value bound) { return bound.defined() ? bound : Value::None(); };
      return ReprOfParts(machine, "slice", {part(slice->start), part(slice->stop), part(slice->step)});
    }
    case ObjectKind::kFunction:
    case ObjectKind::kNativeFunction:
      return ReprOfFunction(machine, value);
    case ObjectKind::kBoundMethod:
      return ReprOfMethod(machine, As<BoundMethod>(value));
    case ObjectKind::kClass:
      return ReprOfClass(machine, As<Class>(value));
    case ObjectKind::kMember:
      return DescriptorText(*As<Member>(value));
    case ObjectKind::kModule:
      return ReprOfModule(machine, As<Module>(value));
    case ObjectKind::kInstance:
      return ReprOfInstance(machine, As<Instance>(value));
    case ObjectKind::kGenerator: {
      const Generator* generator = As<Generator>(value);
      if (generator->type != nullptr) return fmt::format("<{} object {}>", class_name, At(machine, object));
      const Str* name = generator->qualified_name == nullptr ? generator->name : generator->qualified_name;
      return fmt::format("<generator object {} {}>", name == nullptr ? "?" : name->text, At(machine, object));
    }
    default:
      return fmt::format("<{} object {}>", class_name, At(machine, object));
  }
}

}  // namespace

std::optional<std::string> BuiltinRepr(Machine& machine, Value value) {
  std::string_view class_name = TypeName(machine, value);
  value = Machine::Unwrap(value);
  switch (value.tag()) {
    case Value::Tag::kUndefined:
      return "<undefined>";
    case Value::Tag::kNone:
      return "None";
    case Value::Tag::kNotImplemented:
      return "NotImplemented";
    case Value::Tag::kEllipsis:
      return "Ellipsis";
    case Value::Tag::kBool:
      return value.as_bool() ? "True" : "False";
    case Value::Tag::kInt:
      return std::to_string(value.as_int());
    case Value::Tag::kFloat:
      return FloatRepr(value.as_float());
    case Value::Tag::kUnknown:
      return machine.Placeholder(value);
    case Value::Tag::kObject:
      break;
  }
  if (!IsContainer(value.object()->kind)) return ReprOfObject(machine, value, class_name);
  NestingGuard guard(machine);
  if (guard.too_deep()) {
    (void)guard.Raise(" while getting the repr of an object");
    return std::nullopt;
  }
  std::vector<const Object*>& shown = machine.nesting().shown;
  if (std::find(shown.begin(), shown.end(), value.object()) != shown.end()) return CycleText(value, class_name);
  shown.push_back(value.object());
  std::optional<std::string> text = ReprOfContainer(machine, value, class_name);
  machine.nesting().shown.pop_back();
  return text;
}

}  // namespace tfscope
