// Calls: from the operand stack or from native code to functions, methods, classes and symbols; returning from frames.
#include <array>

#include "analyzer/evaluator/api_calls.h"
#include "analyzer/evaluator/dropped_generators.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/native_call_errors.h"
#include "analyzer/evaluator/native_signature.h"
#include "analyzer/evaluator/prepared_modules.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/spread_arguments.h"
#include "analyzer/evaluator/unmodelled.h"

namespace tfscope {

namespace {
constexpr size_t kFewArguments = 8;    // for more a vector is made
constexpr uint32_t kNestedLimit = 60;  // dispatch loops on the C++ stack
constexpr uint64_t kNestedCost = 10;   // what starting one costs, in instructions
constexpr uint64_t kSymbolCost = 30;   // and what a symbol for an unknown result does

/// The function that a call enters, with the arguments it puts before those given; null if it is not written in Python.
Function* EnteredFunction(Machine& machine, Value callee, std::vector<Value>& positional) {
  if (auto* method = As<BoundMethod>(callee)) {
    positional.insert(positional.begin(), method->self);
    callee = method->function;
  }
  if (auto* cls = As<Class>(callee)) {
    const Value* init = machine.LookUpInClass(cls, machine.heap().names().init);
    if (init == nullptr) return nullptr;
    positional.insert(positional.begin(), callee);  // for the instance
    callee = *init;
  }
  return As<Function>(callee);
}

/// What the generators of library/builtins.py pass for.
Class* TypeOfLazy(std::string_view function, const Types& types) {
  if (function.starts_with("map_")) return types.map;
  if (function.starts_with("filter_")) return types.filter;
  if (function.starts_with("zip_")) return types.zip;
  if (function.starts_with("enumerate_")) return types.enumerate;
  return function.starts_with("reverse_") ? types.reversed : nullptr;
}

}  // namespace

/// Remembers an outer continuation inside the saved values of an inner one.
void Machine::Wrap(std::vector<Value>& saved, Continuation&& outer) {
  saved.push_back(Value::Int(static_cast<int64_t>(outer.how) | static_cast<int64_t>(outer.operation) << 8));
  saved.insert(saved.end(), outer.saved.begin(), outer.saved.end());
}

Machine::Continuation Machine::Unwrapped(const std::vector<Value>& saved, size_t index) {
  int64_t packed = saved[index].as_int();
  return {static_cast<OnReturn>(packed & 0xFF),
          static_cast<uint8_t>(packed >> 8),
          {saved.begin() + static_cast<std::ptrdiff_t>(index) + 1, saved.end()}};
}

Machine::Step Machine::CallFromStack(uint32_t count, const std::vector<Str*>* keyword_names,
                                     Continuation&& continuation) {
  std::vector<Value>& stack = frame_->stack;
  size_t base = stack.size() - count - 2;
  while (auto* method = As<BoundMethod>(stack[base])) {
    if (stack[base + 1].defined()) break;  // a bound method as the function of another: CallValue copies
    stack[base + 1] = method->self;
    stack[base] = method->function;
  }
  size_t first = stack[base + 1].defined() ? base + 1 : base + 2;
  size_t keyword_count = keyword_names == nullptr ? 0 : keyword_names->size();
  std::array<KeywordArgument, kFewArguments> few;
  std::vector<KeywordArgument> many(keyword_count > few.size() ? keyword_count : 0);
  const std::span<KeywordArgument> keywords(many.empty() ? few.data() : many.data(), keyword_count);
  for (size_t i = 0; i < keyword_count; ++i) {
    keywords[i] = {(*keyword_names)[i], stack[stack.size() - keyword_count + i]};
  }
  std::span<const Value> positional(stack.data() + first, stack.size() - keyword_count - first);
  return CallValue(stack[base], positional, keywords, std::move(continuation), base);
}

Machine::Step Machine::StartCall(Value callee, std::span<const Value> arguments,
                                 std::span<const KeywordArgument> keywords, Continuation&& continuation) {
  size_t base = frame_ == nullptr ? 0 : frame_->stack.size();
  return CallValue(callee, arguments, keywords, std::move(continuation), base);
}

/// `positional` may point into the operand stack above `stack_base`; what lies there is dropped once it was copied.
Machine::Step Machine::CallValue(Value callee, std::span<const Value> positional,
                                 std::span<const KeywordArgument> keywords, Continuation&& continuation,
                                 size_t stack_base) {
  if (callee.is_unknown()) {
    if (IsRefused(*this, *callee.symbol(), positional.size(), keywords)) return Step::kRaise;
    log_.lends_tensors = log_.lends_tensors || HoldsTensor(*this, positional, keywords);
    return CallUnknown(callee, positional, std::move(continuation), stack_base);
  }
  if (auto* function = As<Function>(callee)) {
    return CallFunction(function, positional, keywords, std::move(continuation), stack_base);
  }
  if (auto* native = As<NativeFunction>(callee)) {
    return CallNative(native, positional, keywords, std::move(continuation), stack_base);
  }
  if (auto* method = As<BoundMethod>(callee)) {
    NestingGuard guard(*this);
    if (guard.too_deep()) return Fail(guard.Raise(" while calling a Python object"));
    std::vector<Value> arguments{method->self};
    arguments.insert(arguments.end(), positional.begin(), positional.end());
    return CallValue(method->function, arguments, keywords, std::move(continuation), stack_base);
  }
  if (auto* cls = As<Class>(callee)) {
    return Instantiate(cls, positional, keywords, std::move(continuation), stack_base);
  }
  if (As<Instance>(callee) != nullptr) {
    if (const Value* method = LookUpInClass(TypeOf(callee), heap_.Intern("__call__"))) {
      NestingGuard guard(*this);  // an instance may be its own class's `__call__`
      if (guard.too_deep()) return Fail(guard.Raise(" while calling a Python object"));
      bool calls = false;
      Result bound = Bind(*method, callee, TypeOf(callee), &calls);
      if (bound.raised()) return Step::kRaise;
      return CallValue(bound.value(), positional, keywords, std::move(continuation), stack_base);
    }
    if (TypeOf(callee)->is_opaque) {
      return CallUnknown(Fresh(TypeHint::kOpaque), positional, std::move(continuation), stack_base);
    }
  }
  return Fail(TypeError("'{}' object is not callable", TypeName(*this, callee)));
}

Machine::Step Machine::CallFunction(Function* function, std::span<const Value> positional,
                                    std::span<const KeywordArgument> keywords, Continuation&& continuation,
                                    size_t stack_base) {
  Frame* callee = BindArguments(function, positional, keywords);
  if (callee == nullptr) {
    if (function->is_wrapped) {
      TakePending();
      return CallUnknown(Fresh(TypeHint::kOpaque), positional, std::move(continuation), stack_base);
    }
    const Value unmodelled = WithoutItsModel(*this, *function, positional.size(), keywords);
    if (!unmodelled.defined()) return Step::kRaise;
    return CallUnknown(unmodelled, positional, std::move(continuation), stack_base);
  }
  if (frame_ != nullptr) frame_->stack.resize(stack_base);
  if ((function->code->flags & (kIsGenerator | kIsCoroutine)) != 0) {
    auto* generator = heap_.New<Generator>();
    generator->frame = callee;
    generator->name = function->name;
    generator->qualified_name = function->qualified_name;
    if (function->globals == python_builtins_) generator->type = TypeOfLazy(function->name->text, types_);
    callee->generator = generator;
    return Deliver(Value::Of(generator), std::move(continuation));
  }
  return EnterFrame(callee, std::move(continuation));
}

Machine::Step Machine::EnterFrame(Frame* callee, Continuation&& continuation) {
  if (depth_ >= options_.budgets.depth) {
    return Fail(Raise(types_.recursion_error, "maximum recursion depth exceeded"));
  }
  ++depth_;
  callee->back = frame_;
  callee->on_return = continuation.how;
  callee->operation = continuation.operation;
  callee->saved = std::move(continuation.saved);
  SwitchTo(callee);
  return Step::kSwitch;
}

Machine::Step Machine::CallNative(NativeFunction* native, std::span<const Value> positional,
                                  std::span<const KeywordArgument> keywords, Continuation&& continuation,
                                  size_t stack_base) {
  const NativeSignature& signature = SignatureOf(native);
  if (keywords.empty() && signature.FitsPlainly(positional.size()) && signature.parameters.size() <= kFewArguments) {
    if (CheckReceiver(*this, *native, positional).raised()) return Step::kRaise;
    std::array<Value, kFewArguments> bound;
    std::ranges::copy(positional, bound.begin());
    if (frame_ != nullptr) frame_->stack.resize(stack_base);
    return Finish(RunNative(native, {bound.data(), signature.parameters.size()}), std::move(continuation));
  }
  std::vector<Value> bound;
  Result fits = BindNative(native, positional, keywords, bound);
  if (fits.raised()) return Step::kRaise;
  if (frame_ != nullptr) frame_->stack.resize(stack_base);
  return Finish(RunNative(native, bound), std::move(continuation));
}

namespace {

/// What reading or building the texts among these values costs, in instructions.
uint64_t TextCost(std::span<const Value> values) {
  constexpr size_t kBytesPerInstruction = 8;
  size_t bytes = 0;
  for (Value value : values) {
    if (const Str* text = As<Str>(value)) bytes += text->text.size();
    if (const Bytes* data = As<Bytes>(value)) bytes += data->data.size();
  }
  return bytes / kBytesPerInstruction;
}

}  // namespace

Result Machine::RunNative(NativeFunction* native, std::span<const Value> bound) {
  const NativeSpec& spec = *native->spec;
  if ((spec.flags & kTellsOfRoot) != 0 && prepared_ != nullptr) prepared_->NoteAskedOfRoot();
  if (!Charge(TextCost(bound))) return Result::Raised();
  if ((spec.flags & kTakesUnknown) == 0 || (spec.flags & kTakesSymbolicText) == 0) {
    for (const Value& argument : bound) {
      const Str* text = As<Str>(argument);
      bool stops = ((spec.flags & kTakesUnknown) == 0 && argument.is_unknown()) ||
                   ((spec.flags & kTakesSymbolicText) == 0 && text != nullptr && text->symbolic);
      if (!stops) continue;
      return UnknownResult(spec, bound);
    }
  }
  Result result = spec.code(*this, bound);
  const Value made = result.ok() ? result.value() : Value();
  if (const uint64_t cost = TextCost({&made, 1}); cost > 0 && !Charge(cost)) return Result::Raised();
  // A builtin's `__new__` makes the builtin value; the instance of a subclass holds it.
  if (!native->is_new || !result.ok() || bound.empty() || result.value().is_unknown()) return result;
  auto* cls = As<Class>(bound[0]);
  bool as_is = cls == nullptr || cls->is_native || IsInstance(result.value(), cls);  // Python 2's `range` makes a list
  return as_is ? result : Result(WrapPayload(cls, result.value()));
}

/// The symbol of a native's result on arguments that are not all known. Without effects, the same call gives the same
/// one.
Result Machine::UnknownResult(const NativeSpec& spec, std::span<const Value> bound) {
  bool shared = (spec.flags & kHasEffects) == 0 && bound.size() <= 2;
  if (!shared) return Fresh(spec.hint);
  if (!Charge(kSymbolCost)) return Result::Raised();
  return heap_.NewSymbol({.operation = Symbol::Operation::kMethod,
                          .hint = spec.hint,
                          .name = heap_.Intern(spec.name),
                          .a = bound[0],
                          .b = bound.size() == 2 ? bound[1] : Value(),
                          .origin = CurrentSpan()});
}

Machine::Step Machine::Finish(Result result, Continuation&& continuation) {
  if (halted_) return Step::kHalt;
  switch (result.kind()) {
    case Result::Kind::kValue:
      return Deliver(result.value(), std::move(continuation));
    case Result::Kind::kTailCall:
      return FollowTail(std::move(continuation));
    case Result::Kind::kRaised:
      break;
  }
  bool ends = continuation.how == OnReturn::kForIterate || continuation.how == OnReturn::kYieldFrom;
  if (ends && ExceptionIs(pending_, types_.stop_iteration)) {
    Value stop = TakePending();
    return EndIteration(*frame_, continuation.how, StopValue(stop));
  }
  return Step::kRaise;
}

Machine::Step Machine::FollowTail(Continuation&& continuation) {
  TailRequest request = std::move(tail_);
  tail_ = {};
  if (request.generator != nullptr) {
    return Resume(request.generator, request.sent, request.throws, std::move(continuation));
  }
  if (request.created != nullptr) {
    return CreateInstance(request.created, std::move(request.arguments), std::move(request.keywords),
                          std::move(continuation));
  }
  return StartCall(request.callee, request.arguments, request.keywords, std::move(continuation));
}

Machine::Step Machine::Deliver(Value value, Continuation&& continuation) {
  switch (continuation.how) {
    case OnReturn::kDiscard:
    case OnReturn::kModuleBody:
      return Step::kNext;
    case OnReturn::kPushSaved: {
      if (!value.is_none() && !value.is_unknown()) {
        return Fail(TypeError("__init__() should return None, not '{}'", TypeName(*this, value)));
      }
      return Deliver(continuation.saved[0], Unwrapped(continuation.saved, 1));
    }
    case OnReturn::kInitialize: {
      auto* cls = As<Class>(continuation.saved[0]);
      Continuation outer = Unwrapped(continuation.saved, 3);
      if (!IsInstance(value, cls)) return Deliver(value, std::move(outer));
      std::vector<KeywordArgument> keywords;
      if (auto* dict = As<Dict>(continuation.saved[2])) {
        for (size_t i = 0; i < dict->items.slots(); ++i) {
          keywords.push_back({As<Str>(dict->items.slot(i).key), dict->items.slot(i).value});
        }
      }
      return InitializeInstance(value, TypeOf(value), As<Tuple>(continuation.saved[1])->items, keywords,
                                std::move(outer));
    }
    case OnReturn::kBinary:
      if (value.tag() == Value::Tag::kNotImplemented) return NextCandidate(std::move(continuation));
      break;
    case OnReturn::kExit:
      exit_value_ = value;
      return Step::kExit;
    default:
      break;
  }
  frame_->stack.push_back(value);
  return Step::kNext;
}

Machine::Step Machine::ReturnFrom(Frame& frame, Value value) {
  if (HoldsWaitingGenerator(frame, 0)) CloseDroppedGenerators(*this, frame, 0, std::nullopt);
  if (watch_frame_ == &frame) {
    Step step = SideEnds(SideEnd::kLeft);
    if (step != Step::kNext) return step;
  }
  Continuation continuation{frame.on_return, frame.operation, std::move(frame.saved)};
  if ((frame.code->flags & kIsModule) != 0 && frame.code->tree->file() == frame.globals->file) {
    heap_.WillWrite(frame.globals);
    frame.globals->loading = false;
  }
  --depth_;
  SwitchTo(frame.back);
  if (frame.generator != nullptr) return EndGenerator(frame.generator, value, std::move(continuation));
  if (continuation.how == OnReturn::kModuleBody) {
    --frame_->next;
    return Step::kSwitch;
  }
  if (continuation.how == OnReturn::kClassBody) return FinishClassBody(frame, std::move(continuation));
  Recycle(&frame);
  return Deliver(value, std::move(continuation));
}

/// A frame without contents: a new one, or one that ended, which a roll-back may have filled again.
Frame* Machine::NewFrame() {
  if (free_frames_.empty()) {
    Frame* frame = heap_.New<Frame>();
    frame->born = trail().epoch();
    return frame;
  }
  Frame* frame = free_frames_.back();
  free_frames_.pop_back();
  frame->locals.clear();
  frame->cells.clear();
  frame->stack.clear();
  frame->saved.clear();
  frame->unknown_turns.clear();
  frame->names = nullptr;
  frame->handled = Value();
  frame->generator = nullptr;
  frame->function = nullptr;
  frame->next = 0;
  frame->has_stack_id = false;
  frame->epoch = frame->born = trail().epoch();
  return frame;
}

/// Keeps a finished frame for the next call. Not if it is older than an open snapshot, which may have to bring it back.
void Machine::Recycle(Frame* frame) {
  if (trail().IsTransient(frame->born)) free_frames_.push_back(frame);
}

/// Raises what CPython says of a keyword that is no string: those before it are bound first.
Machine::Step Machine::FailOfKeyword(Value callee, std::vector<Value> positional,
                                     std::span<const KeywordArgument> keywords) {
  Function* function = EnteredFunction(*this, callee, positional);
  if (function == nullptr) return Fail(TypeError("keywords must be strings"));
  const Code& code = *function->code;
  Frame* frame = NewFrame();
  frame->locals.assign(code.locals.size(), Value());
  std::copy_n(positional.begin(), std::min<size_t>(positional.size(), code.argument_count), frame->locals.begin());
  if (!BindKeywords(*function, *frame, keywords)) return Step::kRaise;
  return Fail(TypeError("{}() keywords must be strings", function->name->text));
}

Machine::Step Machine::CallSpread(Frame& frame, bool has_keywords) {
  std::vector<Value>& stack = frame.stack;
  size_t base = stack.size() - (has_keywords ? 4 : 3);
  Value callee = stack[base];
  Value self = stack[base + 1];
  Value tuple = stack[base + 2];
  SpreadCall call{.callee = callee};
  std::vector<Value>& positional = call.positional;
  if (self.defined()) positional.push_back(self);
  if (auto* items = As<Tuple>(tuple)) {
    positional.insert(positional.end(), items->items.begin(), items->items.end());
  } else if (!CollectSpread(*this, callee, tuple, positional)) {
    return Step::kRaise;
  }
  if (!Charge(positional.size() / 16)) return Step::kHalt;
  if (auto* dict = has_keywords ? As<Dict>(Unwrap(stack[base + 3])) : nullptr) {
    for (size_t i = 0; i < dict->items.slots(); ++i) {
      const OrderedMap::Entry& entry = dict->items.slot(i);
      if (!entry.key.defined()) continue;
      if (entry.key.is_unknown()) {
        call.has_unknown_keywords = true;
        continue;
      }
      auto* name = As<Str>(Unwrap(entry.key));
      if (name == nullptr) return FailOfKeyword(callee, std::move(positional), call.keywords);
      call.keywords.push_back({name, entry.value});
    }
  }
  FitSpreadArguments(*this, call);
  auto* method = As<BoundMethod>(callee);
  if (call.has_unknown_keywords && As<NativeFunction>(method == nullptr ? callee : method->function) != nullptr) {
    return CallUnknown(Fresh(TypeHint::kOpaque), positional, {}, base);
  }
  return CallValue(callee, positional, call.keywords, {}, base);
}

Result Machine::Call(Value callee, std::span<const Value> arguments, std::span<const KeywordArgument> keywords) {
  if (halted_) return Result::Raised();
  if (nested_ >= kNestedLimit) return Raise(types_.recursion_error, "maximum recursion depth exceeded");
  if (!Charge(kNestedCost)) return Result::Raised();
  std::vector<Value> copied(arguments.begin(), arguments.end());  // they may lie on a stack that grows
  ++nested_;
  Step step = StartCall(callee, copied, keywords, {OnReturn::kExit, 0, {}});
  if (step == Step::kSwitch || step == Step::kNext) step = Execute();
  --nested_;
  if (step == Step::kExit && exit_value_.defined()) {
    Value value = exit_value_;
    exit_value_ = Value();
    return value;
  }
  return Result::Raised();
}

Result Machine::CallMethod(Value object, std::string_view name, std::span<const Value> arguments) {
  Str* interned = heap_.Intern(name);
  // Special methods of a class are those of its metaclass.
  auto* cls = As<Class>(object);
  const Value* of_metaclass = cls == nullptr || cls->metaclass == nullptr || !name.starts_with("__")
                                  ? nullptr
                                  : LookUpInClass(cls->metaclass, interned);
  bool calls = false;
  Result method =
      of_metaclass == nullptr ? GetAttribute(object, interned) : Bind(*of_metaclass, object, cls->metaclass, &calls);
  if (method.raised()) return method;
  return Call(method.value(), arguments);
}

Result Machine::TailCall(Value callee, std::vector<Value> arguments, std::vector<KeywordArgument> keywords) {
  tail_ = {};
  tail_.callee = callee;
  tail_.arguments = std::move(arguments);
  tail_.keywords = std::move(keywords);
  return Result::TailCall();
}

/// Whether a method is the one of `object`, which no class of the method resolution order overrode.
bool Machine::IsOfObject(Value method, const Str* name) const {
  const Value* own = types_.object->attributes.FindStr(name);
  return own != nullptr && own->is_object() && method.is_object() && own->object() == method.object();
}

/// Makes `__init__` run on `instance` and its result, if any, be the instance.
Machine::Step Machine::InitializeInstance(Value instance, Class* cls, std::span<const Value> positional,
                                          std::span<const KeywordArgument> keywords, Continuation&& continuation) {
  const Value* init = LookUpInClass(cls, heap_.names().init);
  // object.__init__ does nothing; that it takes no arguments object.__new__ has said.
  if (init == nullptr || IsOfObject(*init, heap_.names().init)) return Deliver(instance, std::move(continuation));
  Continuation inner{OnReturn::kPushSaved, 0, {}};
  inner.saved.reserve(2 + continuation.saved.size());
  inner.saved.push_back(instance);
  Wrap(inner.saved, std::move(continuation));
  std::array<Value, kFewArguments> few;
  std::vector<Value> many(positional.size() < few.size() ? 0 : positional.size() + 1);
  const std::span<Value> arguments(many.empty() ? few.data() : many.data(), positional.size() + 1);
  arguments[0] = instance;
  std::ranges::copy(positional, arguments.begin() + 1);
  return StartCall(*init, arguments, keywords, std::move(inner));
}

Machine::Step Machine::CreateInstance(Class* cls, std::vector<Value> positional, std::vector<KeywordArgument> keywords,
                                      Continuation&& continuation) {
  const Value* creator = LookUpInClass(cls, heap_.names().make);
  const Value* init = LookUpInClass(cls, heap_.names().init);
  const bool is_plain = creator == nullptr || IsOfObject(*creator, heap_.names().make);
  if (is_plain && !cls->is_native && cls->layout == Layout::kPlain && init != nullptr &&
      As<Function>(*init) != nullptr) {
    return InitializeInstance(NewInstance(cls), cls, positional, keywords, std::move(continuation));
  }
  if (creator != nullptr && As<NativeFunction>(*creator) != nullptr && init != nullptr &&
      IsOfObject(*init, heap_.names().init)) {
    positional.insert(positional.begin(), Value::Of(cls));
    return StartCall(*creator, positional, keywords, std::move(continuation));
  }
  Continuation inner{OnReturn::kInitialize, 0, {Value::Of(cls), heap_.NewTuple(positional)}};
  Dict* dict = nullptr;
  if (!keywords.empty()) {
    dict = heap_.NewDict();
    for (const KeywordArgument& keyword : keywords) dict->items.SetStr(keyword.name, keyword.value);
  }
  inner.saved.push_back(dict == nullptr ? Value() : Value::Of(dict));
  Wrap(inner.saved, std::move(continuation));
  positional.insert(positional.begin(), Value::Of(cls));
  Value function = *creator;
  if (auto* wrapped = As<StaticMethod>(function)) function = wrapped->function;
  return StartCall(function, positional, keywords, std::move(inner));
}

}  // namespace tfscope
