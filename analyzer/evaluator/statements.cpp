// `with`, Python 2's statements, and the pieces of `match`.
#include "analyzer/evaluator/exception_attributes.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/operators.h"

namespace tfscope {

Machine::Step Machine::BeforeWith(Frame& frame) {
  Value manager = Pop(frame);
  if (manager.is_unknown()) {
    frame.stack.push_back(UnknownAttribute(manager, heap_.Intern("__exit__")).value());
    frame.stack.push_back(heap_.NewSymbol({.operation = Symbol::Operation::kCall,
                                           .hint = manager.symbol()->hint,
                                           .a = manager,
                                           .origin = CurrentSpan()}));
    return Step::kNext;
  }
  Class* type = TypeOf(manager);
  const Value* enter = LookUpInClass(type, heap_.Intern("__enter__"));
  const Value* exit = LookUpInClass(type, heap_.Intern("__exit__"));
  if (enter == nullptr || exit == nullptr) {
    if (type->is_opaque) {
      frame.stack.push_back(Fresh(TypeHint::kOpaque));
      frame.stack.push_back(manager);
      return Step::kNext;
    }
    return Fail(Raise(types_.attribute_error, enter == nullptr ? "__enter__" : "__exit__"));
  }
  bool calls = false;
  Result bound_exit = Bind(*exit, manager, type, &calls);
  Result bound_enter = Bind(*enter, manager, type, &calls);
  if (!bound_exit.ok() || !bound_enter.ok()) return Step::kRaise;
  frame.stack.push_back(bound_exit.value());
  return StartCall(bound_enter.value(), {}, {}, {});
}

Machine::Step Machine::WithExcept(Frame& frame) {
  Value exception = frame.stack.back();
  Value exit = frame.stack[frame.stack.size() - 3];
  if (exit.is_unknown()) {  // an unknown manager is taken to let exceptions pass
    frame.stack.push_back(Value::Bool(false));
    return Step::kNext;
  }
  Value arguments[] = {Value::Of(TypeOf(exception)), exception, TracebackOf(*this, exception)};
  return StartCall(exit, arguments, {}, {});
}

Machine::Step Machine::DispatchPython2(Frame& frame, Instruction instruction) {
  if (instruction.opcode == Opcode::kBackquote) {
    Value value = Pop(frame);
    auto text = ReprText(value);
    if (!text) return Step::kRaise;
    bool symbolic = text->find('\x01') != std::string::npos;
    frame.stack.push_back(Value::Of(symbolic ? heap_.NewSymbolicStr(*text) : heap_.NewStr(*text)));
    return Step::kNext;
  }
  if (instruction.opcode == Opcode::kExec) return ExecStatement(frame);
  return PrintStatement(frame, instruction);
}

namespace {

/// sys.stdout, unless the program put another stream there.
bool IsOwnOutput(Machine& machine, Value file) {
  auto* stream = As<Instance>(file);
  if (stream == nullptr || !stream->cls->is_library) return false;
  const Value* found = machine.modules()->items.FindStr(machine.heap().Intern("sys"));
  auto* sys = found == nullptr ? nullptr : As<Module>(*found);
  const Value* output = sys == nullptr ? nullptr : sys->attributes().FindStr(machine.heap().Intern("__stdout__"));
  return output != nullptr && Identical(*output, file);
}

/// After text that ends a line or a column the print statement puts no space.
bool WantsSpace(std::string_view text) {
  return text.empty() || text.back() == ' ' || std::string_view("\t\n\v\f\r").find(text.back()) == text.npos;
}

}  // namespace

/// What is printed later on the same line is parted by a space, which the stream keeps in mind (`softspace`).
Machine::Step Machine::PrintStatement(Frame& frame, Instruction instruction) {
  std::vector<Value>& stack = frame.stack;
  bool to_file = (instruction.extra & kPrintToFile) != 0;
  std::vector<Value> values(stack.end() - static_cast<std::ptrdiff_t>(instruction.arg), stack.end());
  stack.resize(stack.size() - instruction.arg);
  Value file = to_file ? Pop(frame) : Value::None();
  Str* softspace = heap_.Intern("softspace");
  if (IsOwnOutput(*this, file)) file = Value::None();
  bool is_stream = As<Instance>(file) != nullptr;
  bool space = print_space_;
  if (is_stream) space = TruthOf(LookUp(file, softspace)) == Truth::kTrue;
  std::vector<std::string> pieces;
  for (Value value : values) {
    auto text = StrText(value);
    if (!text) return Step::kRaise;
    if (space) pieces.emplace_back(" ");
    space = WantsSpace(*text) || As<Str>(value) == nullptr;
    pieces.push_back(std::move(*text));
  }
  if ((instruction.extra & kPrintNoNewline) == 0) {
    pieces.emplace_back("\n");
    space = false;
  }
  if (file.is_none()) {
    for (const std::string& piece : pieces) Print(piece);
    print_space_ = space;
    return Step::kNext;
  }
  if (!is_stream) return Step::kNext;
  for (const std::string& piece : pieces) {
    Value argument = Value::Of(piece.find('\x01') == piece.npos ? heap_.NewStr(piece) : heap_.NewSymbolicStr(piece));
    if (CallMethod(file, "write", {&argument, 1}).raised()) return Step::kRaise;
  }
  return SetAttribute(file, softspace, Value::Bool(space)).raised() ? Step::kRaise : Step::kNext;
}

Machine::Step Machine::DispatchMatch(Frame& frame, Instruction instruction) {
  std::vector<Value>& stack = frame.stack;
  Value subject = stack.back();
  switch (instruction.opcode) {
    case Opcode::kMatchSequence: {
      Value plain = Unwrap(subject);
      bool fits = As<List>(plain) != nullptr || As<Tuple>(plain) != nullptr || As<Range>(plain) != nullptr;
      stack.push_back(subject.is_unknown() ? Fresh(TypeHint::kBool) : Value::Bool(fits));
      return Step::kNext;
    }
    case Opcode::kMatchMapping:
      stack.push_back(subject.is_unknown() ? Fresh(TypeHint::kBool)
                                           : Value::Bool(As<Dict>(Unwrap(subject)) != nullptr));
      return Step::kNext;
    case Opcode::kGetLength: {
      Value arguments[] = {subject};
      return Push(Call(*builtins_->attributes().FindStr(heap_.Intern("len")), arguments));
    }
    case Opcode::kMatchLength: {
      std::vector<Value> items;
      if (!Collect(subject, items)) return Step::kRaise;
      bool fits = instruction.extra == 1 ? items.size() >= instruction.arg : items.size() == instruction.arg;
      stack.push_back(subject.is_unknown() ? Fresh(TypeHint::kBool) : Value::Bool(fits));
      return Step::kNext;
    }
    case Opcode::kMatchKeys:
      return MatchKeys(frame);
    case Opcode::kMatchClass:
      return MatchClass(frame, instruction.arg);
    default:
      return Step::kHalt;
  }
}

/// Stack: subject keys -> subject keys values-or-None.
Machine::Step Machine::MatchKeys(Frame& frame) {
  std::vector<Value>& stack = frame.stack;
  auto* keys = As<Tuple>(stack.back());
  auto* dict = As<Dict>(Unwrap(stack[stack.size() - 2]));
  std::vector<Value> values;
  for (Value key : keys->items) {
    if (dict == nullptr) {
      values.push_back(Fresh());
      continue;
    }
    int64_t slot = FindKey(dict->items, key);
    if (slot == -2) return Step::kRaise;
    if (slot < 0) {
      stack.push_back(Value::None());
      return Step::kNext;
    }
    values.push_back(dict->items.slot(static_cast<size_t>(slot)).value);
  }
  stack.push_back(heap_.NewTuple(std::move(values)));
  return Step::kNext;
}

/// Stack: subject class keyword-names -> values-or-None.
Machine::Step Machine::MatchClass(Frame& frame, uint32_t positional) {
  Value names = Pop(frame);
  Value cls = Pop(frame);
  Value subject = Pop(frame);
  auto* type = As<Class>(cls);
  if (type == nullptr || subject.is_unknown() || !IsInstance(subject, type)) {
    frame.stack.push_back(Value::None());
    return Step::kNext;
  }
  std::vector<Value> values;
  std::vector<Value> attributes;
  if (positional > 0) {
    if (type->is_native) {
      values.push_back(subject);
    } else {
      Result match_args = GetAttribute(cls, heap_.Intern("__match_args__"));
      if (!match_args.ok() || !Collect(match_args.value(), attributes)) return Step::kRaise;
      attributes.resize(std::min<size_t>(attributes.size(), positional));
    }
  }
  auto* keywords = As<Tuple>(names);
  attributes.insert(attributes.end(), keywords->items.begin(), keywords->items.end());
  for (Value attribute : attributes) {
    Result value = GetAttribute(subject, As<Str>(attribute));
    if (!value.ok()) {
      TakePending();
      frame.stack.push_back(Value::None());
      return Step::kNext;
    }
    values.push_back(value.value());
  }
  frame.stack.push_back(heap_.NewTuple(std::move(values)));
  return Step::kNext;
}

}  // namespace tfscope
