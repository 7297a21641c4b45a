// Instructions that build containers, strings, slices and functions, and those that only move values on the stack.
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/set_operations.h"
#include "analyzer/evaluator/spread_arguments.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/quote.h"

namespace tfscope {

namespace {

std::vector<Value> PopMany(std::vector<Value>& stack, size_t count) {
  std::vector<Value> items(stack.end() - static_cast<std::ptrdiff_t>(count), stack.end());
  stack.resize(stack.size() - count);
  return items;
}

constexpr size_t kBelowKeywords = 4;    ///< callee, self, positional arguments, keywords
constexpr size_t kBelowPositional = 3;  ///< callee, self, positional arguments

Value CalleeBelow(const std::vector<Value>& stack, size_t depth) {
  return stack.size() < depth ? Value() : stack[stack.size() - depth];
}

}  // namespace

Machine::Step Machine::DispatchStack(Frame& frame, Instruction instruction) {
  std::vector<Value>& stack = frame.stack;
  uint32_t arg = instruction.arg;
  switch (instruction.opcode) {
    case Opcode::kCopy:
      stack.push_back(stack[stack.size() - arg]);
      return Step::kNext;
    case Opcode::kSwap:
      std::swap(stack.back(), stack[stack.size() - arg]);
      return Step::kNext;
    case Opcode::kPushUndefined:
      stack.emplace_back();
      return Step::kNext;
    case Opcode::kHole:
      stack.push_back(Fresh());
      return Step::kNext;
    case Opcode::kListToTuple:
      stack.back() = heap_.NewTuple(As<List>(stack.back())->items);
      return Step::kNext;
    default:
      return AddToContainer(frame, instruction);
  }
}

Machine::Step Machine::AddToContainer(Frame& frame, Instruction instruction) {
  std::vector<Value>& stack = frame.stack;
  Value value = Pop(frame);
  Value key;
  if (instruction.opcode == Opcode::kDictAdd) key = Pop(frame);
  Value container = stack[stack.size() - instruction.arg];
  switch (instruction.opcode) {
    case Opcode::kListAppend: {
      auto* list = As<List>(container);
      heap_.WillWrite(list);
      heap_.Charge(sizeof(Value));
      list->items.push_back(value);
      return Step::kNext;
    }
    case Opcode::kListExtend: {
      auto* list = As<List>(container);
      std::vector<Value> items;
      const bool of_call = instruction.extra != 0;
      const Value callee = of_call ? CalleeBelow(stack, kBelowPositional) : Value();
      if (!(of_call ? CollectSpread(*this, callee, value, items) : CollectSized(*this, value, items))) {
        return Step::kRaise;
      }
      heap_.WillWrite(list);
      heap_.Charge(items.size() * sizeof(Value));
      list->items.insert(list->items.end(), items.begin(), items.end());
      return Step::kNext;
    }
    case Opcode::kSetAdd:
    case Opcode::kSetUpdate: {
      auto* set = As<Set>(container);
      heap_.WillWrite(set);
      bool updates = instruction.opcode == Opcode::kSetUpdate;
      bool done = updates ? CombineInto(*this, *set, SetOperation::kUnion, value) : AddToSet(*this, *set, value);
      return done ? Step::kNext : Step::kRaise;
    }
    case Opcode::kDictAdd: {
      auto* dict = As<Dict>(container);
      heap_.WillWrite(dict);
      return SetKey(dict->items, key, value) ? Step::kNext : Step::kRaise;
    }
    default:
      return MergeMapping(As<Dict>(container), value, instruction.opcode == Opcode::kDictMerge);
  }
}

Machine::Step Machine::MergeMapping(Dict* dict, Value mapping, bool of_call) {
  heap_.WillWrite(dict);
  if (mapping.is_unknown() && !of_call) {  // what it holds is not known; nothing is added
    FillAnyEntry(*this, *dict);
    return Step::kNext;
  }
  if (mapping.is_unknown()) return SetKey(dict->items, mapping, mapping) ? Step::kNext : Step::kRaise;
  if (auto* other = As<Dict>(Unwrap(mapping))) {
    for (size_t i = 0; i < other->items.slots(); ++i) {
      OrderedMap::Entry entry = other->items.slot(i);
      if (!entry.key.defined()) continue;
      if (of_call && FindKey(dict->items, entry.key) >= 0) {
        auto* text = As<Str>(entry.key);
        std::string callee = CalleeText(*this, CalleeBelow(frame_->stack, kBelowKeywords));
        if (text == nullptr) return Fail(TypeError("{} keywords must be strings", callee));
        return Fail(TypeError("{} got multiple values for keyword argument '{}'", callee, text->text));
      }
      if (!SetKey(dict->items, entry.key, entry.value)) return Step::kRaise;
    }
    return Step::kNext;
  }
  Result keys = CallMethod(mapping, "keys");
  if (keys.raised()) {
    if (!ExceptionIs(pending_, types_.attribute_error)) return Step::kRaise;
    TakePending();
    std::string_view type = TypeName(*this, mapping);
    if (!of_call) return Fail(TypeError("'{}' object is not a mapping", type));
    std::string callee = CalleeText(*this, CalleeBelow(frame_->stack, kBelowKeywords));
    return Fail(TypeError("{} argument after ** must be a mapping, not {}", callee, type));
  }
  std::vector<Value> items;
  if (!Collect(keys.value(), items)) return Step::kRaise;
  for (Value item : items) {
    Value arguments[] = {item};
    Result value = CallMethod(mapping, "__getitem__", arguments);
    if (value.raised() || !SetKey(dict->items, item, value.value())) return Step::kRaise;
  }
  return Step::kNext;
}

Machine::Step Machine::DispatchBuild(Frame& frame, Instruction instruction) {
  std::vector<Value>& stack = frame.stack;
  uint32_t arg = instruction.arg;
  switch (instruction.opcode) {
    case Opcode::kBuildTuple:
      stack.push_back(heap_.NewTuple(PopMany(stack, arg)));
      return Step::kNext;
    case Opcode::kBuildList:
      stack.push_back(heap_.NewList(PopMany(stack, arg)));
      return Step::kNext;
    case Opcode::kBuildSet: {
      std::vector<Value> items = PopMany(stack, arg);
      auto* set = heap_.New<Set>();
      for (Value item : items) {
        if (!AddToSet(*this, *set, item)) return Step::kRaise;
      }
      stack.push_back(Value::Of(set));
      return Step::kNext;
    }
    case Opcode::kBuildDict: {
      std::vector<Value> items = PopMany(stack, size_t{arg} * 2);
      Dict* dict = heap_.NewDict();
      for (size_t i = 0; i < items.size(); i += 2) {
        if (!SetKey(dict->items, items[i], items[i + 1])) return Step::kRaise;
      }
      stack.push_back(Value::Of(dict));
      return Step::kNext;
    }
    case Opcode::kBuildString:
      return BuildString(frame, PopMany(stack, arg));
    case Opcode::kBuildSlice: {
      std::vector<Value> parts = PopMany(stack, arg);
      auto* slice = heap_.New<Slice>();
      slice->start = parts[0];
      slice->stop = parts[1];
      slice->step = arg == 3 ? parts[2] : Value::None();
      stack.push_back(Value::Of(slice));
      return Step::kNext;
    }
    default:
      return MakeFunction(frame, arg);
  }
}

Machine::Step Machine::BuildString(Frame& frame, const std::vector<Value>& parts) {
  std::string text;
  bool symbolic = false;
  for (Value part : parts) {
    if (auto* str = As<Str>(Unwrap(part))) {
      text += str->text;
      symbolic = symbolic || str->symbolic;
    } else {
      text += Placeholder(part);
      symbolic = true;
    }
  }
  if (!Charge(text.size() / 8)) return Step::kHalt;
  if (text.size() > kLargestString) {
    frame.stack.push_back(Fresh(TypeHint::kStr));
    return Step::kNext;
  }
  frame.stack.push_back(Value::Of(symbolic ? heap_.NewSymbolicStr(text) : heap_.NewStr(text)));
  return Step::kNext;
}

Machine::Step Machine::MakeFunction(Frame& frame, uint32_t flags) {
  auto* function = heap_.New<Function>();
  function->code = As<CodeObject>(Pop(frame))->code;
  function->globals = frame.globals;
  function->name = function->code->name;
  function->qualified_name = function->code->qualified_name;
  if ((flags & kHasClosure) != 0) {
    for (Value cell : As<Tuple>(Pop(frame))->items) function->closure.push_back(As<Cell>(cell));
  }
  if ((flags & kHasAnnotations) != 0) function->annotations = As<Dict>(Pop(frame));
  if ((flags & kHasKeywordDefaults) != 0) function->keyword_defaults = As<Dict>(Pop(frame))->items;
  if ((flags & kHasDefaults) != 0) function->defaults = As<Tuple>(Pop(frame))->Copy();
  frame.stack.push_back(Value::Of(function));
  return Step::kNext;
}

/// `form`: see Opcode::kFormatValue.
Machine::Step Machine::FormatValue(Frame& frame, uint32_t form) {
  Value specification = (form & 4u) != 0 ? Pop(frame) : Value();
  Value value = Pop(frame);
  uint32_t conversion = form & 3u;
  if (conversion != 0) {
    if (value.is_unknown()) return Push(Value::Of(heap_.NewSymbolicStr(Placeholder(value))));
    std::optional<std::string> text = conversion == 1 ? StrText(value) : ReprText(value);
    if (!text) return Step::kRaise;
    if (conversion == 3) text = EscapeNonAscii(*text);
    bool symbolic = text->find('\x01') != std::string::npos;
    value = Value::Of(symbolic ? heap_.NewSymbolicStr(*text) : heap_.NewStr(*text));
  }
  bool asks_object = conversion == 0 && As<Instance>(value) != nullptr && specification.is_unknown();
  if (asks_object && LookUpInClass(TypeOf(value), heap_.Intern("__format__")) != nullptr) {
    Value arguments[] = {specification};
    return Push(CallMethod(value, "__format__", arguments));
  }
  auto* text = As<Str>(specification);
  return Push(BuiltinFormat(*this, value, text == nullptr ? std::string_view() : text->text));
}

}  // namespace tfscope
