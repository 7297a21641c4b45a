// Methods of str that search and take apart.
#include <algorithm>

#include "analyzer/evaluator/builtins/str_common.h"
#include "analyzer/evaluator/builtins/str_methods.h"
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

Value NewTexts(Machine& machine, const std::vector<std::string_view>& pieces) {
  std::vector<Value> items;
  items.reserve(pieces.size());
  for (std::string_view piece : pieces) {
    if (!machine.Charge(1)) break;
    items.push_back(machine.heap().Text(piece));
  }
  return machine.heap().NewList(std::move(items));
}

/// The argument as a str; null with a TypeError pending.
const Str* TextArgument(Machine& machine, Value argument, std::string_view message) {
  const Str* text = As<Str>(Machine::Unwrap(argument));
  if (text == nullptr) (void)machine.TypeError("{}, not {}", message, TypeName(machine, argument));
  return text;
}

/// Byte offset of an occurrence, or npos.
size_t Locate(std::string_view text, std::string_view part, const TextWindow& window, bool from_right) {
  if (!window.valid) return text.npos;
  std::string_view part_of_text = text.substr(window.begin, window.end - window.begin);
  size_t at = from_right ? part_of_text.rfind(part) : part_of_text.find(part);
  return at == text.npos ? at : at + window.begin;
}

template <bool from_right, bool must_exist>
Result Find(Machine& machine, Str& self, NativeArguments arguments) {
  const Str* part = TextArgument(machine, arguments[0], "must be str");
  if (part == nullptr) return Result::Raised();
  TextWindow window = WindowOf(machine, self.text, self.length, arguments, 1);
  if (!window.ok) return Result::Raised();
  if (!ChargeSearch(machine, self.text, part->text)) return Value::Int(-1);
  size_t at = Locate(self.text, part->text, window, from_right);
  if (at != self.text.npos) return Value::Int(CodePointCount(self.text.substr(0, at)));
  return must_exist ? machine.ValueError("substring not found") : Result(Value::Int(-1));
}

Result Count(Machine& machine, Str& self, NativeArguments arguments) {
  const Str* part = TextArgument(machine, arguments[0], "must be str");
  if (part == nullptr) return Result::Raised();
  TextWindow window = WindowOf(machine, self.text, self.length, arguments, 1);
  if (!window.ok) return Result::Raised();
  if (!window.valid) return Value::Int(0);
  std::string_view text = self.text.substr(window.begin, window.end - window.begin);
  if (!ChargeSearch(machine, text, part->text)) return machine.Fresh(TypeHint::kInt);
  return Value::Int(static_cast<int64_t>(CountOccurrences(text, part->text, true)));
}

/// Whether a possibly partly known text starts (ends) with a known part.
Truth Affixed(const Str& self, std::string_view part, bool at_end) {
  if (!self.symbolic) {
    return (at_end ? self.text.ends_with(part) : self.text.starts_with(part)) ? Truth::kTrue : Truth::kFalse;
  }
  std::string_view known = at_end ? KnownSuffix(self.text) : KnownPrefix(self.text);
  if (at_end ? known.ends_with(part) : known.starts_with(part)) return Truth::kTrue;
  bool may = at_end ? part.ends_with(known) : part.starts_with(known);
  return may ? Truth::kUnknown : Truth::kFalse;
}

template <bool at_end>
Result Affix(Machine& machine, Str& self, NativeArguments arguments) {
  constexpr std::string_view kName = at_end ? "endswith" : "startswith";
  Value unknown = UnknownMethod(machine, kName, Value::Of(&self), arguments[0], TypeHint::kBool);
  bool windowed = arguments[1].defined() || arguments[2].defined();
  if (arguments[0].is_unknown() || (self.symbolic && windowed)) return unknown;
  std::vector<Value> parts = {arguments[0]};
  if (const Tuple* tuple = As<Tuple>(Machine::Unwrap(arguments[0]))) parts = tuple->Copy();
  TextWindow window = WindowOf(machine, self.text, self.length, arguments, 1);
  if (!window.ok) return Result::Raised();
  if (window.unknown) return unknown;
  Str part_of_self = self;
  if (windowed) part_of_self.text = window.valid ? self.text.substr(window.begin, window.end - window.begin) : "";
  bool uncertain = false;
  for (Value value : parts) {
    if (!machine.Charge(1)) return unknown;
    const Str* part = As<Str>(Machine::Unwrap(value));
    if (part == nullptr && !value.is_unknown()) {
      return machine.TypeError("{} first arg must be str or a tuple of str, not {}", kName, TypeName(machine, value));
    }
    if (windowed && !window.valid) continue;
    Truth fits = part == nullptr || part->symbolic ? Truth::kUnknown : Affixed(part_of_self, part->text, at_end);
    if (fits == Truth::kTrue) return Value::Bool(true);
    uncertain = uncertain || fits == Truth::kUnknown;
  }
  return uncertain ? unknown : Value::Bool(false);
}

Result Replace(Machine& machine, Str& self, NativeArguments arguments) {
  const Str* old_part = TextArgument(machine, arguments[0], "replace() argument 1 must be str");
  if (old_part == nullptr) return Result::Raised();
  const Str* new_part = TextArgument(machine, arguments[1], "replace() argument 2 must be str");
  if (new_part == nullptr) return Result::Raised();
  IntegerArgument limit = ReadInteger(machine, arguments, 2, -1);
  if (!limit.ok) return Result::Raised();
  if (!ChargeSearch(machine, self.text, old_part->text)) return Value::Of(&self);
  std::string result = ReplaceOccurrences(self.text, old_part->text, new_part->text, limit.value);
  if (result.size() > static_cast<size_t>(kLargestString)) return machine.Fresh(TypeHint::kStr);
  return machine.heap().Text(result);
}

template <bool from_right>
Result Split(Machine& machine, Str& self, NativeArguments arguments) {
  std::string_view separator;
  if (Value argument = ArgumentOr(arguments, 0, Value::None()); !argument.is_none()) {
    const Str* text = TextArgument(machine, argument, "must be str or None");
    if (text == nullptr) return Result::Raised();
    if (text->text.empty()) return machine.ValueError("empty separator");
    separator = text->text;
  }
  IntegerArgument limit = ReadInteger(machine, arguments, 1, -1);
  if (!limit.ok) return Result::Raised();
  if (!ChargeSearch(machine, self.text, separator)) return machine.Fresh(TypeHint::kList);
  return NewTexts(machine, from_right ? SplitTextFromRight(self.text, separator, limit.value)
                                      : SplitText(self.text, separator, limit.value));
}

Result Lines(Machine& machine, Str& self, NativeArguments arguments) {
  Truth keep = machine.TruthOf(ArgumentOr(arguments, 0, Value::Bool(false)));
  if (keep == Truth::kRaised) return Result::Raised();
  return NewTexts(machine, SplitLines(self.text, keep == Truth::kTrue, false));
}

template <bool from_right>
Result Partition(Machine& machine, Str& self, NativeArguments arguments) {
  const Str* separator = TextArgument(machine, arguments[0], "must be str");
  if (separator == nullptr) return Result::Raised();
  if (separator->text.empty()) return machine.ValueError("empty separator");
  if (!ChargeSearch(machine, self.text, separator->text)) return machine.Fresh(TypeHint::kTuple);
  size_t at = from_right ? self.text.rfind(separator->text) : self.text.find(separator->text);
  Heap& heap = machine.heap();
  Value all = Value::Of(&self);
  if (at == self.text.npos) {
    Value empty = heap.Text("");
    return from_right ? heap.NewTuple({empty, empty, all}) : heap.NewTuple({all, empty, empty});
  }
  return heap.NewTuple({heap.Text(self.text.substr(0, at)), heap.Text(separator->text),
                        heap.Text(self.text.substr(at + separator->text.size()))});
}

constexpr NativeSpec kSearchMethods[] = {
    {"find", "self, sub, start=, end=", Method<Str, Find<false, false>>, 0, TypeHint::kInt},
    {"rfind", "self, sub, start=, end=", Method<Str, Find<true, false>>, 0, TypeHint::kInt},
    {"index", "self, sub, start=, end=", Method<Str, Find<false, true>>, 0, TypeHint::kInt},
    {"rindex", "self, sub, start=, end=", Method<Str, Find<true, true>>, 0, TypeHint::kInt},
    {"count", "self, sub, start=, end=", Method<Str, Count>, 0, TypeHint::kInt},
    {"startswith", "self, prefix, start=, end=", Method<Str, Affix<false>>, kTakesAll, TypeHint::kBool},
    {"endswith", "self, suffix, start=, end=", Method<Str, Affix<true>>, kTakesAll, TypeHint::kBool},
    {"replace", "self, old, new, count=", Method<Str, Replace>, 0, TypeHint::kStr},
    {"split", "self, sep=, maxsplit=", Method<Str, Split<false>>, 0, TypeHint::kList},
    {"rsplit", "self, sep=, maxsplit=", Method<Str, Split<true>>, 0, TypeHint::kList},
    {"splitlines", "self, keepends=", Method<Str, Lines>, 0, TypeHint::kList},
    {"partition", "self, sep", Method<Str, Partition<false>>, 0, TypeHint::kTuple},
    {"rpartition", "self, sep", Method<Str, Partition<true>>, 0, TypeHint::kTuple},
};

}  // namespace

void InstallStrSearch(Machine& machine) { machine.Define(machine.types().str, kSearchMethods); }

}  // namespace tfscope
