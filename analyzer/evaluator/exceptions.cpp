// Exceptions: raising, the search for handlers, and which ones the program itself catches.
#include <algorithm>
#include <optional>
#include <tuple>

#include "analyzer/evaluator/dropped_generators.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/text.h"

namespace tfscope {

namespace {
constexpr uint64_t kReportCost = 200;  // instructions that making an event costs as much as
}

Value Machine::NewException(Class* type, std::vector<Value> arguments) {
  Value exception = NewInstance(type);
  As<Instance>(exception)->payload = heap_.NewTuple(std::move(arguments));
  return exception;
}

Result Machine::Raise(Class* type, std::string_view message) {
  bool symbolic = message.find('\x01') != std::string_view::npos;
  Str* text = symbolic ? heap_.NewSymbolicStr(message) : heap_.NewStr(message);
  return RaiseObject(NewException(type, {Value::Of(text)}));
}

Value Machine::HandledException() const {
  const Frame* holder = frame_;
  while (holder != nullptr && !holder->handled.defined()) holder = holder->back;
  return holder == nullptr ? Value() : holder->handled;
}

namespace {

/// Makes `handled` the context of `raised`; a chain that already holds `raised` is cut before it.
void SetContext(Heap& heap, Instance* raised, Value handled) {
  auto* context = As<Instance>(handled);
  if (raised == nullptr || context == nullptr || raised == context) return;
  constexpr int kLongestChain = 1000;
  const bool is_new = !raised->raised_at.valid();  // no chain holds it yet
  auto* link = is_new ? nullptr : context;
  for (int i = 0; i < kLongestChain && link != nullptr; ++i) {
    auto* next = As<Instance>(link->context);
    if (next == raised) {
      heap.WillWrite(link);
      link->context = Value();
      break;
    }
    link = next;
  }
  heap.WillWrite(raised);
  raised->context = handled;
}

}  // namespace

Result Machine::RaiseObject(Value exception) {
  pending_ = exception;
  SetContext(heap_, As<Instance>(exception), HandledException());
  MarkCaught(exception, false);
  NotePlace(exception);
  return Result::Raised();
}

/// Remembers where an exception was first raised: the innermost frame of the user's.
void Machine::NotePlace(Value exception) {
  auto* instance = As<Instance>(exception);
  if (instance == nullptr || instance->raised_at.valid()) return;
  Frame* frame = UserFrame();
  if (frame == nullptr) return;
  heap_.WillWrite(instance);
  instance->raised_at = SpanOf(*frame);
  instance->traceback = StackOf(frame);
}

Value Machine::TakePending() { return std::exchange(pending_, Value()); }

bool Machine::ExceptionIs(Value exception, Class* type) const {
  return exception.is_object() && IsInstance(exception, type);
}

/// `raise X`: an instance stays, a class is called.
Result Machine::NormalizeException(Value value) {
  if (value.is_unknown()) return NewException(types_.exception, {});
  if (auto* cls = As<Class>(value); cls != nullptr && IsSubclass(cls, types_.base_exception)) {
    Result made = Call(value, {});
    if (!made.ok()) return made;
    value = made.value();
  }
  if (IsInstance(value, types_.base_exception)) return value;
  if (auto* cls = As<Class>(value); cls != nullptr && cls->is_opaque) return NewException(types_.exception, {});
  if (As<Instance>(value) != nullptr && TypeOf(value)->is_opaque) return NewException(types_.exception, {});
  return TypeError("exceptions must derive from BaseException");
}

/// `raise exception from cause`.
Result Machine::SetCause(Instance* exception, Value cause) {
  if (auto* cls = As<Class>(cause); cls != nullptr && IsSubclass(cls, types_.base_exception)) {
    Result made = Call(cause, {});
    if (!made.ok()) return made;
    cause = made.value();
  }
  if (!cause.is_none() && !cause.is_unknown() && !IsInstance(cause, types_.base_exception)) {
    return TypeError("exception causes must derive from BaseException");
  }
  if (exception == nullptr) return Value::None();
  heap_.WillWrite(exception);
  exception->cause = cause.is_none() ? Value() : cause;
  exception->suppresses_context = true;
  return Value::None();
}

/// `form`: see Opcode::kRaise.
Machine::Step Machine::RaiseFromStack(Frame& frame, uint32_t form) {
  if (form == 0) {
    pending_ = HandledException();
    if (!pending_.defined()) return Fail(Raise(types_.runtime_error, "No active exception to reraise"));
    MarkCaught(pending_, false);
    return Step::kRaise;
  }
  Value second = form >= 2 ? Pop(frame) : Value();
  Value value = Pop(frame);
  if (form == 3 && As<Class>(value) != nullptr) {
    // Python 2: raise Type, value
    std::vector<Value> arguments;
    if (As<Instance>(second) != nullptr && IsInstance(second, As<Class>(value))) return Fail(RaiseObject(second));
    if (auto* tuple = As<Tuple>(second)) {
      arguments = tuple->Copy();
    } else if (!second.is_none()) {
      arguments.push_back(second);
    }
    Result made = Call(value, arguments);
    if (!made.ok()) return Step::kRaise;
    value = made.value();
  }
  Result exception = NormalizeException(value);
  if (!exception.ok()) return Step::kRaise;
  if (form == 2 && SetCause(As<Instance>(exception.value()), second).raised()) return Step::kRaise;
  return Fail(RaiseObject(exception.value()));
}

namespace {

/// Something that may stand after `except`: a class of exceptions, or what may turn out to be one.
bool MayCatch(const Machine& machine, Value type) {
  if (type.is_unknown() || As<Module>(type) != nullptr || As<Instance>(type) != nullptr) return true;
  auto* cls = As<Class>(type);
  return cls != nullptr && (cls->is_opaque || machine.IsSubclass(cls, machine.types().base_exception));
}

}  // namespace

/// Whether an `except type:` takes the exception. Unknown types take nothing.
Truth Machine::Matches(Value exception, Value type) {
  auto* tuple = As<Tuple>(Unwrap(type));
  std::span<const Value> types = tuple == nullptr ? std::span<const Value>(&type, 1) : tuple->items;
  if (!std::ranges::all_of(types, [this](Value item) { return MayCatch(*this, item); })) {
    std::ignore = TypeError("catching classes that do not inherit from BaseException is not allowed");
    return Truth::kRaised;
  }
  for (Value item : types) {
    auto* cls = As<Class>(item);
    if (cls != nullptr && IsInstance(exception, cls)) return Truth::kTrue;
  }
  return Truth::kFalse;
}

void Machine::TieToEvent(Value exception, size_t event_index) {
  auto* instance = As<Instance>(exception);
  heap_.WillWrite(instance);
  instance->event = static_cast<uint32_t>(event_index) + 1;
}

void Machine::MarkCaught(Value exception, bool caught) {
  auto* instance = As<Instance>(exception);
  if (instance == nullptr || instance->event == 0 || instance->event > log_.events.size()) return;
  Event& event = log_.events[instance->event - 1];
  bool* flag = nullptr;
  if (auto* raised = std::get_if<ErrorRaised>(&event)) flag = &raised->caught;
  if (auto* missing = std::get_if<ApiMissing>(&event)) flag = &missing->caught;
  if (flag == nullptr || *flag == caught) return;
  if (trail().recording()) {
    trail().Push([this, index = instance->event - 1, old = *flag] {
      if (index >= log_.events.size()) return;
      if (auto* raised = std::get_if<ErrorRaised>(&log_.events[index])) raised->caught = old;
      if (auto* missing = std::get_if<ApiMissing>(&log_.events[index])) missing->caught = old;
    });
  }
  *flag = caught;
}

namespace {

const ExceptionRange* FindHandler(const Code& code, uint32_t instruction) {
  for (const ExceptionRange& range : code.exceptions) {
    if (range.begin <= instruction && instruction < range.end) return &range;
  }
  return nullptr;
}

}  // namespace

/// The text of an exception with at most one plain argument. No code of the program runs for it.
std::string Machine::PlainMessage(const Instance& exception) {
  auto* arguments = As<Tuple>(exception.payload);
  if (arguments == nullptr || arguments->items.empty()) return "";
  const bool is_list = arguments->items.size() > 1 && !IsSubclass(exception.cls, types_.os_error);
  if (is_list) return BuiltinRepr(*this, exception.payload).value_or("");
  if (arguments->items.size() > 1) return "";
  Value value = arguments->items[0];
  auto* text = As<Str>(value);
  if (text != nullptr && !IsSubclass(exception.cls, types_.key_error)) return std::string(text->text);
  if (value.is_object() && text == nullptr) return "";
  return BuiltinRepr(*this, value).value_or("");
}

namespace {

/// Whether the pending exception is about to leave the outermost function of a model of what builds graphs. Files,
/// flags, sessions and checkpoints depend on what is outside of the program.
bool LeavesModel(const Frame& frame) {
  constexpr std::string_view kOutside[] = {"tensorflow.python.lib.", "tensorflow.python.platform.",
                                           "tensorflow.python.client.", "tensorflow.python.training.saver",
                                           "tensorflow.python.training.checkpoint"};
  if (!frame.globals->is_library || frame.back == nullptr || frame.back->globals->is_library) return false;
  const std::string_view module = frame.globals->name->text;
  return module.starts_with("tensorflow.") &&
         std::ranges::none_of(kOutside, [&](std::string_view outside) { return module.starts_with(outside); });
}

bool HasUnknownLocal(const Frame& frame) {
  return std::ranges::any_of(frame.locals, [](const Value& value) { return value.is_unknown(); });
}

/// Exceptions that a model's own `raise` may be; the others come of values that no model foresees, or end the program.
bool IsRaisedByTensorFlow(const Machine& machine, const Frame& frame, const Class* cls) {
  const Types& types = machine.types();
  if (!frame.globals->name->text.starts_with("tensorflow") || !machine.IsSubclass(cls, types.exception)) return false;
  const Class* others[] = {types.name_error,   types.attribute_error, types.lookup_error,    types.assertion_error,
                           types.import_error, types.recursion_error, types.arithmetic_error};
  return machine.IsSubclass(cls, types.exception) &&
         std::ranges::none_of(others, [&](const Class* other) { return machine.IsSubclass(cls, other); });
}

}  // namespace

/// Reports an exception that leaves TensorFlow's model or reaches a frame of the user's, unless the model reported it
/// already or it only ends an iteration. What the model makes of unknown arguments or for an unknown caller is
/// possible.
void Machine::ReportException(Value exception) {
  auto* instance = As<Instance>(exception);
  if (instance == nullptr || instance->event != 0) return;
  if (ExceptionIs(exception, types_.stop_iteration) || ExceptionIs(exception, types_.generator_exit)) return;
  const bool by_model = frame_->globals->is_library;
  if (by_model && !IsRaisedByTensorFlow(*this, *frame_, instance->cls)) return;
  if (!Charge(kReportCost)) return;
  const bool possible = by_model && (isolated_ || HasUnknownLocal(*frame_));
  Emit(ErrorRaised{.kind = by_model ? ErrorKind::kGraphConstruction : ErrorKind::kOther,
                   .type = std::string(instance->cls->name->text),
                   .message = PlainMessage(*instance),
                   .variable = "",
                   .other = kNoVariable,
                   .certainty = possible ? Certainty::kPossible : Certainty::kMust,
                   .caught = false,
                   .site = CurrentSite()});
  TieToEvent(exception, log_.events.size() - 1);
}

namespace {

/// The instruction belongs to the clean-up of a `with` or `finally`: its exception was raised before.
bool PassesOn(Opcode opcode) { return opcode == Opcode::kReraise || opcode == Opcode::kWithExcept; }

}  // namespace

/// Finds the handler of the pending exception and goes there. kSwitch: found, go on. kExit: it leaves a nested loop or
/// the program; `exit_value_` is undefined.
Machine::Step Machine::Unwind() {
  while (frame_ != nullptr) {
    Frame& frame = *frame_;
    const ExceptionRange* handler = FindHandler(*frame.code, frame.next == 0 ? 0 : frame.next - 1);
    if (!frame.globals->is_library || (handler == nullptr && LeavesModel(frame))) ReportException(pending_);
    bool watched = watch_frame_ == &frame;
    if (watched && (handler == nullptr || handler->handler < watch_begin_ || handler->handler > watch_join_)) {
      Step step = SideEnds(SideEnd::kRaised);
      if (step == Step::kSwitch) return step;
      if (step == Step::kHalt) return step;
    }
    if (const size_t depth = handler == nullptr ? 0 : handler->depth; HoldsWaitingGenerator(frame, depth)) {
      const Value exception = TakePending();
      CloseDroppedGenerators(*this, frame, depth,
                             handler == nullptr ? std::nullopt : std::optional<uint32_t>(handler->handler));
      if (halted_) return Step::kHalt;
      pending_ = exception;
    }
    if (handler != nullptr) {
      const uint32_t index = frame.next == 0 ? 0 : frame.next - 1;
      if (!PassesOn(frame.code->instructions[index].opcode)) frame.raised = index;
      frame.stack.resize(handler->depth);
      frame.stack.push_back(TakePending());
      frame.next = handler->handler;
      return Step::kSwitch;
    }
    if (LeaveFrame(frame)) {
      if (pending_.defined()) return Step::kExit;
      return Step::kSwitch;
    }
  }
  return Step::kExit;
}

/// Drops the frame that the pending exception leaves. True if unwinding ends there: a nested loop ends, or the
/// exception was the end of an iteration.
bool Machine::LeaveFrame(Frame& frame) {
  Continuation continuation{frame.on_return, frame.operation, std::move(frame.saved)};
  // What waits behind the making of an instance is what the exception meets.
  while (continuation.how == OnReturn::kPushSaved || continuation.how == OnReturn::kInitialize) {
    continuation = Unwrapped(continuation.saved, continuation.how == OnReturn::kPushSaved ? 1 : 3);
  }
  bool is_module_body = (frame.code->flags & kIsModule) != 0 && frame.code->tree->file() == frame.globals->file;
  if (is_module_body) ForgetModule(frame.globals);
  Value stop;  // what a generator must not raise
  if (frame.generator != nullptr) {
    heap_.WillWrite(frame.generator);
    frame.generator->frame = nullptr;
    frame.generator->running = false;
    if (ExceptionIs(pending_, types_.stop_iteration)) stop = TakePending();
  }
  --depth_;
  Frame* back = frame.back;
  if (frame.generator == nullptr) Recycle(&frame);
  SwitchTo(back);
  if (stop.defined()) {
    std::ignore = Raise(types_.runtime_error, "generator raised StopIteration");
    auto* raised = As<Instance>(pending_);
    raised->cause = raised->context = stop;
    raised->suppresses_context = true;
  }
  if (continuation.how == OnReturn::kExit) {
    exit_value_ = Value();
    return true;
  }
  bool ends = continuation.how == OnReturn::kForIterate || continuation.how == OnReturn::kYieldFrom;
  if (ends && ExceptionIs(pending_, types_.stop_iteration)) {
    Value last = TakePending();
    EndIteration(*frame_, continuation.how, StopValue(last));
    return true;
  }
  return false;
}

}  // namespace tfscope
