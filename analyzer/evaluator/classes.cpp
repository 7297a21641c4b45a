// Classes: making them (C3 order, layout, metaclasses, hooks), making their instances, `super`.
#include <algorithm>
#include <tuple>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/slots.h"

namespace tfscope {

namespace {

using Order = std::span<Class* const>;

/// Whether a class stands in one of the orders, but not first.
bool IsInATail(const std::vector<Order>& orders, const Class* cls) {
  return std::ranges::any_of(
      orders, [cls](Order order) { return std::find(order.begin() + 1, order.end(), cls) != order.end(); });
}

/// C3 linearization of the orders, which it uses up; empty if there is none, or if the budget is spent.
std::vector<Class*> MergeOrders(Machine& machine, std::vector<Order>& orders) {
  if (orders.size() == 2 && orders[1].size() == 1) return {orders[0].begin(), orders[0].end()};  // a single base
  std::vector<Class*> result;
  while (true) {
    std::erase_if(orders, [](Order order) { return order.empty(); });
    if (orders.empty()) return result;
    size_t length = 0;
    for (Order order : orders) length += order.size();
    Class* next = nullptr;
    for (Order order : orders) {
      if (!machine.Charge(1 + length / 16)) return {};
      if (IsInATail(orders, order.front())) continue;
      next = order.front();
      break;
    }
    if (next == nullptr) return {};
    result.push_back(next);
    for (Order& order : orders) {
      if (order.front() == next) order = order.subspan(1);
    }
  }
}

/// What a class costs beside the instructions of its body: in instructions and in bytes.
constexpr uint64_t kClassCost = 100;
constexpr size_t kClassBytes = 1024;

/// The class of library/builtins.py that stands for a descriptor's type where a class derives from it; empty for
/// others.
std::string_view WrittenBase(const Types& types, const Class* base) {
  if (base == types.property) return "property_base";
  if (base == types.staticmethod) return "staticmethod_base";
  return base == types.classmethod ? "classmethod_base" : "";
}

/// The value that a fresh instance of a subclass of a builtin type holds, where `__new__` is inherited from `object`.
bool HoldsPayload(Layout layout) {
  return layout != Layout::kPlain && layout != Layout::kException && layout != Layout::kType &&
         layout != Layout::kModule && layout != Layout::kNative;
}

}  // namespace

Value Machine::NewInstance(Class* cls) {
  auto* instance = heap_.New<Instance>();
  instance->cls = cls;
  if (cls->layout == Layout::kException) instance->payload = heap_.NewTuple({});
  return Value::Of(instance);
}

/// Sets bases, MRO and layout of a class from values; a base that is unknown makes it opaque.
Result Machine::SetBases(Class* cls, std::span<const Value> bases) {
  for (Value base : bases) {
    if (auto* base_class = As<Class>(base)) {
      if (const std::string_view name = WrittenBase(types_, base_class); !name.empty()) {
        if (auto* written = As<Class>(BuiltinsFunction(name))) base_class = written;
      }
      if (base_class->layout == Layout::kNative || base_class == types_.bool_) {
        return TypeError("type '{}' is not an acceptable base type", base_class->name->text);
      }
      cls->bases.push_back(base_class);
    } else {
      cls->is_opaque = true;
    }
  }
  if (cls->bases.empty()) cls->bases.push_back(types_.object);
  std::vector<Order> orders;
  for (Class* base : cls->bases) orders.push_back(base->mro);
  heap_.Charge(sizeof(Class*) * orders[0].size());
  if (!Charge((orders[0].size() + cls->bases.size() * cls->bases.size()) / 8)) return Result::Raised();
  for (size_t i = 0; i < cls->bases.size(); ++i) {
    for (size_t j = i + 1; j < cls->bases.size(); ++j) {
      if (cls->bases[i] == cls->bases[j]) return TypeError("duplicate base class {}", cls->bases[i]->name->text);
    }
  }
  orders.push_back(cls->bases);
  cls->mro = MergeOrders(*this, orders);
  heap_.NoteClassChange();
  if (halted_) return Result::Raised();
  if (cls->mro.empty()) {
    std::string names;
    std::vector<Class*> shown;  // those that no order lets come next
    for (Order order : orders) {
      if (std::ranges::find(shown, order.front()) != shown.end()) continue;
      shown.push_back(order.front());
      names += fmt::format("{}{}", names.empty() ? "" : ", ", order.front()->name->text);
    }
    return TypeError("Cannot create a consistent method resolution\norder (MRO) for bases {}", names);
  }
  cls->mro.insert(cls->mro.begin(), cls);
  for (Class* base : cls->bases) {
    bool conflict = cls->layout != Layout::kPlain && base->layout != Layout::kPlain && cls->layout != base->layout;
    if (conflict) return TypeError("multiple bases have instance lay-out conflict");
    if (cls->layout == Layout::kPlain) cls->layout = base->layout;
  }
  for (Class* base : cls->mro) cls->is_opaque = cls->is_opaque || base->is_opaque;
  for (Class* base : cls->bases) base->subclasses.push_back(cls);
  return Value::None();
}

/// `type(name, bases, namespace)`.
Result Machine::MakeClass(Class* metaclass, Str* name, std::span<const Value> bases, const OrderedMap& names) {
  heap_.Charge(kClassBytes + names.size() * sizeof(OrderedMap::Entry));
  auto* cls = heap_.New<Class>();
  cls->name = name;
  cls->qualified_name = name;
  cls->metaclass = metaclass == types_.type ? nullptr : metaclass;
  if (Result set = SetBases(cls, bases); set.raised()) return set;
  if (cls->metaclass == nullptr) {
    for (Class* base : cls->mro) {
      if (base->metaclass != nullptr) cls->metaclass = base->metaclass;
    }
  }
  cls->attributes = names;
  Str* module_name = heap_.Intern("__module__");
  // A class that a library function makes by calling `type` belongs to the module of the user's call.
  Frame* maker = UserFrame() == nullptr ? frame_ : UserFrame();
  if (cls->attributes.FindStr(module_name) == nullptr && maker != nullptr && maker->globals->name != nullptr) {
    cls->attributes.SetStr(module_name, Value::Of(maker->globals->name));
  }
  if (const Value* module = cls->attributes.FindStr(module_name)) cls->module_name = *module;
  Str* qualified = heap_.Intern("__qualname__");
  if (const Value* found = cls->attributes.FindStr(qualified)) {
    if (auto* text = As<Str>(*found)) cls->qualified_name = text;
    cls->attributes.EraseStr(qualified);
  }
  Str* class_cell = heap_.Intern("__classcell__");
  if (const Value* found = cls->attributes.FindStr(class_cell)) {
    if (auto* cell = As<Cell>(*found)) {
      heap_.WillWrite(cell);
      cell->value = Value::Of(cls);
    }
    cls->attributes.EraseStr(class_cell);
  }
  Str* hash = heap_.Intern("__hash__");
  if (cls->attributes.FindStr(heap_.Intern("__eq__")) != nullptr && cls->attributes.FindStr(hash) == nullptr) {
    cls->attributes.SetStr(hash, Value::None());
  }
  cls->is_library = frame_ != nullptr && frame_->globals->is_library;
  if (Result slots = AddSlots(*this, cls); slots.raised()) return slots;
  for (std::string_view implicit : {"__init_subclass__", "__class_getitem__"}) {
    Value* found = cls->attributes.FindStr(heap_.Intern(implicit));
    if (found == nullptr || As<Function>(*found) == nullptr) continue;
    auto* wrapped = heap_.New<ClassMethod>();
    wrapped->function = *found;
    *found = Value::Of(wrapped);
  }
  heap_.NoteClassChange();
  return Value::Of(cls);
}

namespace {

/// What an exception of `__set_name__` becomes.
Result RaiseSetNameError(Machine& machine, const Class& descriptor, Value name, const Class& owner) {
  if (!machine.pending().defined() || !machine.ExceptionIs(machine.pending(), machine.types().exception)) {
    return Result::Raised();
  }
  const Value cause = machine.TakePending();
  std::optional<std::string> shown = machine.ReprText(name);
  std::ignore = machine.Raise(machine.types().runtime_error,
                              fmt::format("Error calling __set_name__ on '{}' instance {} in '{}'",
                                          descriptor.name->text, shown.value_or(""), owner.name->text));
  auto* raised = As<Instance>(machine.pending());
  if (raised != nullptr) raised->cause = raised->context = cause;
  return Result::Raised();
}

}  // namespace

/// `__set_name__` of descriptors, then `__init_subclass__` of the base.
Result Machine::RunClassHooks(Class* cls, std::span<const KeywordArgument> keywords) {
  Str* set_name = heap_.Intern("__set_name__");
  for (size_t i = 0; i < cls->attributes.slots(); ++i) {
    OrderedMap::Entry entry = cls->attributes.slot(i);
    auto* instance = As<Instance>(entry.value);
    if (instance == nullptr) continue;
    if (const Value* hook = LookUpInClass(instance->cls, set_name)) {
      Value arguments[] = {entry.value, Value::Of(cls), entry.key};
      if (Result result = Call(*hook, arguments); result.raised()) {
        return RaiseSetNameError(*this, *instance->cls, entry.key, *cls);
      }
    }
  }
  Str* hook_name = heap_.Intern("__init_subclass__");
  for (size_t i = 1; i < cls->mro.size(); ++i) {
    const Value* hook = cls->mro[i]->attributes.FindStr(hook_name);
    auto* wrapped = hook == nullptr ? nullptr : As<ClassMethod>(*hook);
    if (wrapped == nullptr) continue;
    Value arguments[] = {Value::Of(cls)};
    return Call(wrapped->function, arguments, keywords);
  }
  return Value::None();
}

/// The metaclass of a new class: the given one or `type`, unless a base has a more derived one. Null: they conflict,
/// and TypeError is pending.
Class* Machine::MetaclassOf(Value given, std::span<const Value> bases) {
  Class* result = As<Class>(given) == nullptr ? types_.type : As<Class>(given);
  for (Value base : bases) {
    auto* cls = As<Class>(base);
    Class* metaclass = cls == nullptr || cls->metaclass == nullptr ? types_.type : cls->metaclass;
    bool plain = cls == nullptr && !base.is_unknown() && As<Instance>(base) == nullptr && As<Module>(base) == nullptr;
    if (plain) metaclass = TypeOf(base);
    if (IsSubclass(result, metaclass)) continue;
    if (!IsSubclass(metaclass, result)) {
      std::ignore = TypeError(
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of "
          "all its bases");
      return nullptr;
    }
    result = metaclass;
  }
  return result;
}

/// `class A(1)` calls `int("A", (1,), names)`: the type of the first base is the metaclass. Undefined: it is a class.
Value Machine::TypeOfPlainBase(std::span<const Value> bases) const {
  if (bases.empty() || bases[0].is_unknown() || As<Class>(bases[0]) != nullptr) return Value();
  bool opaque = As<Instance>(bases[0]) != nullptr || As<Module>(bases[0]) != nullptr;
  return opaque ? Value() : Value::Of(TypeOf(bases[0]));
}

/// The namespace for a class body: that of the metaclass's `__prepare__`, or a new dict.
Result Machine::PrepareNames(Value metaclass, Value name, const std::vector<Value>& bases, const Dict& keywords) {
  auto* cls = As<Class>(metaclass);
  Str* prepare = heap_.Intern("__prepare__");
  if (cls == nullptr || cls == types_.type || LookUpInClass(cls, prepare) == nullptr) {
    return Value::Of(heap_.NewDict());
  }
  Result function = GetAttribute(metaclass, prepare);
  if (function.raised()) return function;
  Value arguments[] = {name, heap_.NewTuple(bases)};
  std::vector<KeywordArgument> given;
  for (size_t i = 0; i < keywords.items.slots(); ++i) {
    given.push_back({As<Str>(keywords.items.slot(i).key), keywords.items.slot(i).value});
  }
  Result prepared = Call(function.value(), arguments, given);
  if (prepared.raised() || As<Dict>(Unwrap(prepared.value())) != nullptr) return prepared;
  if (prepared.value().is_unknown()) return Value::Of(heap_.NewDict());
  return TypeError("{}.__prepare__() must return a mapping, not {}", cls->name->text,
                   TypeName(*this, prepared.value()));
}

namespace {

/// What a class statement gives in its brackets.
struct ClassArguments {
  std::vector<Value> bases;
  OrderedMap keywords;  ///< without the metaclass
  Value metaclass;

  void Add(Str* name, Value value) {
    if (name->text == "metaclass") {
      metaclass = value;
    } else {
      keywords.SetStr(name, value);
    }
  }
};

/// From what lies on the stack: plain values of which the last are keywords, or, if `spread`, a list and a dict.
ClassArguments ReadClassArguments(std::span<const Value> given, bool spread, const std::vector<Str*>* keyword_names) {
  ClassArguments result;
  if (spread) {
    result.bases = As<List>(given[0])->items;
    const OrderedMap& keywords = As<Dict>(given[1])->items;
    for (size_t i = 0; i < keywords.slots(); ++i) {
      const OrderedMap::Entry& entry = keywords.slot(i);
      if (Str* name = entry.key.defined() ? As<Str>(entry.key) : nullptr) result.Add(name, entry.value);
    }
    return result;
  }
  const size_t keyword_count = keyword_names == nullptr ? 0 : keyword_names->size();
  const size_t base_count = given.size() - keyword_count;
  result.bases.assign(given.begin(), given.begin() + static_cast<std::ptrdiff_t>(base_count));
  for (size_t i = 0; i < keyword_count; ++i) result.Add((*keyword_names)[i], given[base_count + i]);
  return result;
}

}  // namespace

Machine::Step Machine::BuildClass(Frame& frame, uint32_t count, const std::vector<Str*>* keyword_names) {
  if (!Charge(kClassCost)) return Step::kHalt;
  constexpr size_t kSpreadCount = 4;  // the body, the name, a list of bases, a dict of keywords
  std::vector<Value>& stack = frame.stack;
  const size_t base = stack.size() - (count == 0 ? kSpreadCount : count);
  auto* body = As<Function>(stack[base]);
  Value name = stack[base + 1];
  ClassArguments given = ReadClassArguments(std::span(stack).subspan(base + 2), count == 0, keyword_names);
  const std::vector<Value>& bases = given.bases;
  const Value given_metaclass = given.metaclass;
  Dict* keywords = heap_.NewDict();
  keywords->items = std::move(given.keywords);
  stack.resize(base);
  Value metaclass = given_metaclass.defined() ? given_metaclass : TypeOfPlainBase(bases);
  if (!metaclass.defined() || (As<Class>(metaclass) != nullptr && IsSubclass(As<Class>(metaclass), types_.type))) {
    Class* chosen = MetaclassOf(metaclass, bases);
    if (chosen == nullptr) return Step::kRaise;
    metaclass = Value::Of(chosen);
  }
  Result prepared = PrepareNames(metaclass, name, bases, *keywords);
  if (prepared.raised()) return Step::kRaise;
  Value names = prepared.value();
  Frame* callee = BindArguments(body, {}, {});
  if (callee == nullptr) return Step::kRaise;
  callee->names = As<Dict>(Unwrap(names));
  return EnterFrame(callee,
                    {OnReturn::kClassBody, 0, {name, heap_.NewTuple(bases), metaclass, Value::Of(keywords), names}});
}

/// What Python 2 spells in another way: the metaclass, and the names of special methods.
void Machine::AdaptPython2Body(OrderedMap& names, std::span<const Value> bases, Value* metaclass) {
  static constexpr std::pair<std::string_view, std::string_view> kRenamed[] = {{"next", "__next__"},
                                                                               {"__nonzero__", "__bool__"},
                                                                               {"__div__", "__truediv__"},
                                                                               {"__rdiv__", "__rtruediv__"},
                                                                               {"__idiv__", "__itruediv__"}};
  for (auto [old_name, new_name] : kRenamed) {
    const Value* method = names.FindStr(heap_.Intern(old_name));
    if (method == nullptr || As<Function>(*method) == nullptr || names.FindStr(heap_.Intern(new_name))) continue;
    names.SetStr(heap_.Intern(new_name), *method);
  }
  const Value* given = names.FindStr(heap_.Intern("__metaclass__"));
  if (given == nullptr) return;
  *metaclass = As<Class>(*given) == nullptr ? *given : Value::Of(MetaclassOf(*given, bases));
}

Machine::Step Machine::FinishClassBody(Frame& body, Continuation&& continuation) {
  std::vector<Value>& saved = continuation.saved;
  Value names = saved[4];
  for (size_t i = 0; i < body.code->cell_variables.size(); ++i) {
    if (body.code->cell_variables[i]->text != "__class__") continue;
    As<Dict>(Unwrap(names))->items.SetStr(heap_.Intern("__classcell__"), Value::Of(body.cells[i]));
  }
  if (body.code->tree->python2())
    AdaptPython2Body(As<Dict>(Unwrap(names))->items, As<Tuple>(saved[1])->items, &saved[2]);
  std::vector<KeywordArgument> keywords;
  const OrderedMap& given = As<Dict>(saved[3])->items;
  for (size_t i = 0; i < given.slots(); ++i) keywords.push_back({As<Str>(given.slot(i).key), given.slot(i).value});
  if (saved[2].is_object() && saved[2].object() == types_.type) {
    Result made = MakeClass(types_.type, As<Str>(saved[0]), As<Tuple>(saved[1])->items, As<Dict>(Unwrap(names))->items);
    if (made.raised()) return Step::kRaise;
    if (RunClassHooks(As<Class>(made.value()), keywords).raised()) return Step::kRaise;
    frame_->stack.push_back(made.value());
    return Step::kNext;
  }
  Value arguments[] = {saved[0], saved[1], names};
  return StartCall(saved[2], arguments, keywords, {});
}

Machine::Step Machine::Instantiate(Class* cls, std::span<const Value> positional,
                                   std::span<const KeywordArgument> keywords, Continuation&& continuation,
                                   size_t stack_base) {
  std::vector<Value> arguments(positional.begin(), positional.end());
  std::vector<KeywordArgument> named(keywords.begin(), keywords.end());
  if (frame_ != nullptr) frame_->stack.resize(stack_base);
  if (cls == types_.type && arguments.size() == 1) {
    return Deliver(TypeValue(arguments[0]), std::move(continuation));
  }
  if (cls == types_.type && arguments.size() != 3) return Fail(TypeError("type() takes 1 or 3 arguments"));
  if (cls == types_.super && arguments.empty()) return Finish(ZeroArgumentSuper(), std::move(continuation));
  if (cls->metaclass != nullptr) {
    const Value* call = LookUpInClass(cls->metaclass, heap_.Intern("__call__"));
    if (call != nullptr && As<Function>(*call) != nullptr) {
      arguments.insert(arguments.begin(), Value::Of(cls));
      return StartCall(*call, arguments, named, std::move(continuation));
    }
  }
  return CreateInstance(cls, std::move(arguments), std::move(named), std::move(continuation));
}

/// `type(value)` as a value: of an unknown value, unknown.
Value Machine::TypeValue(Value value) {
  if (!value.is_unknown()) return Value::Of(TypeOf(value));
  return heap_.NewSymbol({.operation = Symbol::Operation::kAttribute,
                          .hint = value.symbol()->hint == TypeHint::kOpaque ? TypeHint::kOpaque : TypeHint::kAny,
                          .name = heap_.Intern("__class__"),
                          .a = value,
                          .origin = CurrentSpan()});
}

Result Machine::MakeSuper(Value start, Value self) {
  auto* cls = As<Class>(start);
  if (cls == nullptr)
    return self.is_unknown() || start.is_unknown()
               ? Result(Fresh(TypeHint::kOpaque))
               : TypeError("super() argument 1 must be type, not {}", TypeName(*this, start));
  if (self.is_unknown()) return Fresh(TypeHint::kOpaque);
  auto* super = heap_.New<Super>();
  super->start = cls;
  if (!self.defined()) {  // not bound to anything
    super->self = Value::None();
    super->self_class = cls;
    return Value::Of(super);
  }
  super->self = self;
  auto* self_class = As<Class>(self);
  bool through_class = self_class != nullptr && IsSubclass(self_class, cls);
  super->self_class = through_class ? self_class : TypeOf(self);
  if (!IsSubclass(super->self_class, cls)) {
    return TypeError("super(type, obj): obj must be an instance or subtype of type");
  }
  return Value::Of(super);
}

Result Machine::ZeroArgumentSuper() {
  const Code& code = *frame_->code;
  if (code.argument_count == 0 && (code.flags & kHasVarArgs) == 0) {
    return Raise(types_.runtime_error, "super(): no arguments");
  }
  size_t cell_count = code.cell_variables.size();
  for (size_t i = 0; i < code.free_variables.size(); ++i) {
    if (code.free_variables[i]->text != "__class__") continue;
    Value self = code.locals.empty() ? Value() : frame_->locals[0];
    for (size_t c = 0; c < cell_count; ++c) {
      if (code.cell_parameters[c] == 0) self = frame_->cells[c]->value;
    }
    if (!self.defined()) return Raise(types_.runtime_error, "super(): no arguments");
    return MakeSuper(frame_->cells[cell_count + i]->value, self);
  }
  return Raise(types_.runtime_error, "super(): __class__ cell not found");
}

bool Machine::IsSubclass(const Class* cls, const Class* base) const {
  return std::ranges::find(cls->mro, base) != cls->mro.end();
}

bool Machine::IsInstance(Value value, const Class* cls) const { return IsSubclass(TypeOf(value), cls); }

/// A builtin value made by an inherited `__new__`, as an instance of the subclass that asked for it.
Value Machine::WrapPayload(Class* cls, Value payload) {
  Value instance = NewInstance(cls);
  if (HoldsPayload(cls->layout)) As<Instance>(instance)->payload = payload;
  return instance;
}

}  // namespace tfscope
