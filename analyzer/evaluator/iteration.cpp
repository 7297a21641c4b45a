// Loops over iterators, generators and their delegation, unpacking.
#include <array>
#include <tuple>

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/protocols.h"

namespace tfscope {

/// The value that StopIteration carries.
Value Machine::StopValue(Value stop) const {
  auto* instance = As<Instance>(stop);
  auto* arguments = instance == nullptr ? nullptr : As<Tuple>(instance->payload);
  return arguments == nullptr || arguments->items.empty() ? Value::None() : arguments->items[0];
}

Machine::Step Machine::ForIterate(Frame& frame, Instruction instruction) {
  Value iterator = frame.stack.back();
  if (auto* native = As<Iterator>(iterator)) {
    Value item = NextNative(native);
    if (pending_.defined()) return Step::kRaise;
    if (halted_) return Step::kHalt;
    if (!item.defined()) {
      frame.stack.pop_back();
      frame.next = instruction.arg;
      return Step::kNext;
    }
    frame.stack.push_back(item);
    return Step::kNext;
  }
  Continuation item{OnReturn::kForIterate, 0, {}};
  if (auto* generator = As<Generator>(iterator)) return Resume(generator, Value::None(), false, std::move(item));
  const Value* next = LookUpInClass(TypeOf(iterator), heap_.Intern("__next__"));
  if (next == nullptr) next = LookUpInClass(TypeOf(iterator), heap_.Intern("next"));
  if (next == nullptr) {
    return Fail(TypeError("'{}' object is not an iterator", TypeName(*this, iterator)));
  }
  Value arguments[] = {iterator};
  return StartCall(*next, arguments, {}, std::move(item));
}

/// The iterator on top of `frame`'s stack is exhausted: leaves the `for` or the `yield from` that was at it.
Machine::Step Machine::EndIteration(Frame& frame, OnReturn how, Value result) {
  const Instruction& instruction = frame.code->instructions[frame.next - 1];
  frame.stack.pop_back();
  if (how == OnReturn::kYieldFrom) frame.stack.push_back(result);
  frame.next = instruction.arg;
  return Step::kSwitch;
}

/// A generator's body returned.
Machine::Step Machine::EndGenerator(Generator* generator, Value result, Continuation&& continuation) {
  heap_.WillWrite(generator);
  generator->frame = nullptr;
  generator->running = false;
  if (continuation.how == OnReturn::kForIterate || continuation.how == OnReturn::kYieldFrom) {
    return EndIteration(*frame_, continuation.how, result);
  }
  std::vector<Value> arguments;
  if (!result.is_none()) arguments.push_back(result);
  Step raised = Fail(RaiseObject(NewException(types_.stop_iteration, std::move(arguments))));
  if (continuation.how != OnReturn::kExit) return raised;
  exit_value_ = Value();
  return Step::kExit;
}

Machine::Step Machine::Resume(Generator* generator, Value sent, bool throws, Continuation&& continuation) {
  if (generator->running) {
    return Fail(ValueError("generator already executing"));
  }
  if (generator->frame == nullptr) {
    return Finish(RaiseObject(throws ? sent : NewException(types_.stop_iteration, {})), std::move(continuation));
  }
  Frame* body = generator->frame;
  bool started = body->next != 0;
  heap_.WillWrite(generator);
  if (throws && !started) {  // nothing of the body runs, not even what a `try` at its begin would do
    generator->frame = nullptr;
    return Finish(RaiseObject(sent), std::move(continuation));
  }
  generator->running = true;
  if (!started && !throws && !sent.is_none()) {
    generator->running = false;
    return Fail(TypeError("can't send non-None value to a just-started generator"));
  }
  heap_.WillWrite(body);
  body->has_stack_id = false;
  Step step = EnterFrame(body, std::move(continuation));
  if (step == Step::kRaise) {
    generator->running = false;
    return step;
  }
  if (throws) return ThrowInto(*body, sent);
  if (started) body->stack.push_back(sent);
  return Step::kSwitch;
}

/// Raises inside a resumed generator: in its delegate first, if it waits in a `yield from`.
Machine::Step Machine::ThrowInto(Frame& body, Value exception) {
  bool delegating = body.next >= 2 && body.next < body.code->instructions.size() &&
                    body.code->instructions[body.next - 2].opcode == Opcode::kYieldFrom;
  if (delegating) {
    if (auto* inner = As<Generator>(body.stack.back()); inner != nullptr && inner->frame != nullptr) {
      --body.next;  // the end of the delegate is that of the kYieldFrom
      Step step = Resume(inner, exception, true, {OnReturn::kYieldFrom, 0, {}});
      return step;
    }
  }
  std::ignore = RaiseObject(exception);
  return Unwind();
}

Machine::Step Machine::Yield(Frame& frame) {
  Value value = Pop(frame);
  Generator* generator = frame.generator;
  if (watch_frame_ == &frame) LeaveBySuspension();
  heap_.WillWrite(generator);
  generator->running = false;
  Continuation continuation{frame.on_return, frame.operation, std::move(frame.saved)};
  --depth_;
  SwitchTo(frame.back);
  return Deliver(value, std::move(continuation));
}

/// Stack: iterator, value to send. The next instruction yields what the delegate yields.
Machine::Step Machine::YieldFrom(Frame& frame) {
  Value sent = Pop(frame);
  Value iterator = frame.stack.back();
  Continuation item{OnReturn::kYieldFrom, 0, {}};
  if (auto* generator = As<Generator>(iterator)) return Resume(generator, sent, false, std::move(item));
  if (auto* native = As<Iterator>(iterator)) {
    if (!sent.is_none() && !sent.is_unknown()) {
      return Fail(
          Raise(types_.attribute_error, fmt::format("'{}' object has no attribute 'send'", TypeName(*this, iterator))));
    }
    Value value = NextNative(native);
    if (pending_.defined()) return Step::kRaise;
    if (!value.defined()) return EndIteration(frame, OnReturn::kYieldFrom, Value::None());
    frame.stack.push_back(value);
    return Step::kNext;
  }
  if (iterator.is_unknown()) return EndIteration(frame, OnReturn::kYieldFrom, Fresh());
  bool sends = !sent.is_none();
  const Value* method = LookUpInClass(TypeOf(iterator), heap_.Intern(sends ? "send" : "__next__"));
  if (method == nullptr) {
    return Fail(TypeError("'{}' object is not an iterator", TypeName(*this, iterator)));
  }
  std::vector<Value> arguments{iterator};
  if (sends) arguments.push_back(sent);
  return StartCall(*method, arguments, {}, std::move(item));
}

namespace {

/// Whether the value has neither of the methods that make it iterable, and that is what TypeError is pending for.
bool IsNotIterable(Machine& machine, Value value) {
  if (!machine.pending().defined() || !machine.ExceptionIs(machine.pending(), machine.types().type_error)) return false;
  Class* type = machine.TypeOf(value);
  auto lacks = [&](std::string_view name) {
    return machine.LookUpInClass(type, machine.heap().Intern(name)) == nullptr;
  };
  return lacks("__iter__") && lacks("__getitem__");
}

}  // namespace

Machine::Step Machine::Unpack(Frame& frame, Instruction instruction) {
  Value iterable = Pop(frame);
  size_t before = instruction.arg;
  bool star = instruction.opcode == Opcode::kUnpackStar;
  size_t after = star ? instruction.extra : 0;
  std::vector<Value> items;
  if (iterable.is_unknown()) {
    UnpackUnknown(iterable, before + after, items);
  } else if (!Collect(iterable, items)) {
    if (!InPython2() && IsNotIterable(*this, iterable)) {
      TakePending();
      return Fail(TypeError("cannot unpack non-iterable {} object", TypeName(*this, iterable)));
    }
    return Step::kRaise;
  }
  if (iterable.is_unknown() && star) {
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(before), Fresh(TypeHint::kList));
    frame.stack.insert(frame.stack.end(), items.rbegin(), items.rend());
    return Step::kNext;
  }
  if (InPython2() && items.size() < before) {
    return Fail(ValueError("need more than {} value{} to unpack", items.size(), items.size() == 1 ? "" : "s"));
  }
  if (InPython2() && items.size() > before) return Fail(ValueError("too many values to unpack"));
  if (items.size() < before + after) {
    return Fail(ValueError("not enough values to unpack (expected {}{}, got {})", star ? "at least " : "",
                           before + after, items.size()));
  }
  if (!star && items.size() > before) {
    return Fail(ValueError("too many values to unpack (expected {})", before));
  }
  if (star) {
    auto first = items.begin() + static_cast<std::ptrdiff_t>(before);
    auto last = items.end() - static_cast<std::ptrdiff_t>(after);
    std::vector<Value> middle(first, last);
    items.erase(first, last);
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(before), heap_.NewList(std::move(middle)));
  }
  frame.stack.insert(frame.stack.end(), items.rbegin(), items.rend());
  return Step::kNext;
}

void Machine::UnpackUnknown(Value iterable, size_t count, std::vector<Value>& items) {
  TypeHint hint = iterable.symbol()->hint == TypeHint::kOpaque ? TypeHint::kOpaque : TypeHint::kAny;
  for (size_t i = 0; i < count; ++i) {
    items.push_back(heap_.NewSymbol({.operation = Symbol::Operation::kItem,
                                     .hint = hint,
                                     .a = iterable,
                                     .b = Value::Int(static_cast<int64_t>(i)),
                                     .origin = CurrentSpan()}));
  }
}

namespace {

Result GeneratorNext(Machine& machine, NativeArguments arguments) {
  return machine.ResumeGenerator(As<Generator>(arguments[0]), Value::None(), false);
}

Result GeneratorSend(Machine& machine, NativeArguments arguments) {
  return machine.ResumeGenerator(As<Generator>(arguments[0]), arguments[1], false);
}

Result GeneratorThrow(Machine& machine, NativeArguments arguments) {
  Value exception = arguments[1];
  Value value = arguments[2].defined() && !arguments[2].is_none() ? arguments[2] : Value();
  auto* type = As<Class>(exception);
  if (type != nullptr && machine.IsSubclass(type, machine.types().base_exception)) {
    if (value.defined() && machine.IsInstance(value, type)) {
      exception = value;
    } else {
      std::vector<Value> given;
      if (auto* tuple = As<Tuple>(value)) {
        given = tuple->Copy();
      } else if (value.defined()) {
        given.push_back(value);
      }
      Result made = machine.Call(exception, given);
      if (!made.ok()) return made;
      exception = made.value();
    }
  } else if (!exception.is_unknown() && !machine.IsInstance(exception, machine.types().base_exception)) {
    return machine.TypeError("exceptions must be classes or instances deriving from BaseException, not {}",
                             TypeName(machine, exception));
  } else if (value.defined()) {
    return machine.TypeError("instance exception may not have a separate value");
  }
  return machine.ResumeGenerator(As<Generator>(arguments[0]), exception, true);
}

Result GeneratorClose(Machine& machine, NativeArguments arguments) {
  auto* generator = As<Generator>(arguments[0]);
  if (generator == nullptr || generator->frame == nullptr) return Value::None();
  Value self[] = {arguments[0], machine.NewException(machine.types().generator_exit, {})};
  Result result = machine.CallMethod(self[0], "throw", std::span<const Value>(self + 1, 1));
  if (result.ok()) return machine.Raise(machine.types().runtime_error, "generator ignored GeneratorExit");
  bool closed = machine.ExceptionIs(machine.pending(), machine.types().generator_exit) ||
                machine.ExceptionIs(machine.pending(), machine.types().stop_iteration);
  if (!closed) return result;
  machine.TakePending();
  return Value::None();
}

Result GeneratorIter(Machine&, NativeArguments arguments) { return arguments[0]; }

constexpr std::array kGeneratorMethods = {
    NativeSpec{"__iter__", "self", GeneratorIter, kTakesUnknown},
    NativeSpec{"__next__", "self", GeneratorNext, kTakesUnknown},
    NativeSpec{"next", "self", GeneratorNext, kTakesUnknown},
    NativeSpec{"send", "self, value", GeneratorSend, kTakesUnknown | kTakesSymbolicText},
    NativeSpec{"throw", "self, type, value=, traceback=", GeneratorThrow, kTakesUnknown},
    NativeSpec{"close", "self", GeneratorClose, kTakesUnknown},
    NativeSpec{"__await__", "self", GeneratorIter, kTakesUnknown},
};

}  // namespace

void Machine::InstallGeneratorNatives() { Define(types_.generator, kGeneratorMethods); }

Result Machine::ResumeGenerator(Generator* generator, Value sent, bool throws) {
  if (generator == nullptr) return TypeError("descriptor requires a 'generator' object");
  tail_ = {};
  tail_.generator = generator;
  tail_.sent = sent;
  tail_.throws = throws;
  return Result::TailCall();
}

}  // namespace tfscope
