// `format(value, specification)`.
#include "analyzer/evaluator/numbers/numbers.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/format_value.h"
#include "analyzer/evaluator/text/number_format.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

/// The symbol of an unknown value's text under a specification that changes it.
Value SymbolOfFormat(Machine& machine, Value value, std::string_view specification) {
  Heap& heap = machine.heap();
  return heap.NewSymbol({.operation = Symbol::Operation::kMethod,
                         .hint = TypeHint::kStr,
                         .name = heap.Intern("format"),
                         .a = value,
                         .b = Value::Of(heap.Intern(specification)),
                         .origin = machine.CurrentSpan()});
}

Result FormatText(Machine& machine, const Str* text, const FormatSpec& spec) {
  if (spec.type != 0 && spec.type != 's') {
    return machine.ValueError("Unknown format code '{}' for object of type 'str'", spec.type);
  }
  if (spec.grouping != 0) return machine.ValueError("Cannot specify '{}' with 's'.", spec.grouping);
  if (spec.sign != 0) return machine.ValueError("Sign not allowed in string format specifier");
  if (spec.alternate) return machine.ValueError("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return machine.ValueError("'=' alignment not allowed in string format specifier");
  Value value = Value::Of(const_cast<Str*>(text));
  if (text->symbolic && (spec.width > 0 || spec.precision >= 0)) {
    // How wide the unknown part is, is not known.
    Value symbol = SymbolOfFormat(machine, value, fmt::format("{}.{}", spec.width, spec.precision));
    return TextValue(machine.heap(), machine.Placeholder(symbol));
  }
  std::string_view shown = text->text;
  if (spec.precision >= 0 && spec.precision < static_cast<int64_t>(text->length)) {
    shown = shown.substr(0, ByteOffset(shown, static_cast<size_t>(spec.precision)));
  }
  return TextValue(machine.heap(), Pad(spec, shown, '<'));
}

Result FormatNumber(Machine& machine, Value value, const FormatSpec& spec, std::string_view type_name) {
  uint64_t words = As<BigInt>(value) == nullptr ? 0 : As<BigInt>(value)->magnitude.size();
  if (!machine.Charge(words * words / 16)) return machine.Fresh(TypeHint::kStr);
  tl::expected<std::string, std::string> text;
  if (const Complex* number = As<Complex>(value)) {
    text = FormatComplex(spec, number->real, number->imaginary);
  } else {
    text = value.is_float() ? FormatFloat(spec, value.as_float(), type_name)
                            : FormatInteger(spec, IntegerOf(value), type_name);
  }
  if (text.has_value()) return machine.heap().Text(*text);
  bool overflow = text.error().starts_with("%c arg") || text.error().find("int too large") != std::string::npos;
  return machine.Raise(overflow ? machine.types().overflow_error : machine.types().value_error, text.error());
}

/// Digits of a plain conversion, which look like the text of the value itself.
bool KeepsText(std::string_view specification) {
  return specification.empty() || specification == "s" || specification == "d";
}

}  // namespace

Result FormatUnknown(Machine& machine, Value value, std::string_view specification) {
  Value shown = KeepsText(specification) ? value : SymbolOfFormat(machine, value, specification);
  return TextValue(machine.heap(), machine.Placeholder(shown));
}

Result BuiltinFormat(Machine& machine, Value value, std::string_view specification) {
  if (value.is_unknown()) return FormatUnknown(machine, value, specification);
  if (UserMethod(machine, value, "__format__").defined()) {
    Value argument = TextValue(machine.heap(), specification);
    Result text = machine.CallMethod(value, "__format__", {&argument, 1});
    if (!text.ok() || TextOf(machine, text.value()).has_value()) return text;
    return machine.TypeError("__format__ must return a str, not {}", TypeName(machine, text.value()));
  }
  Value plain = Machine::Unwrap(value);
  const Str* str = As<Str>(plain);
  if (HasPlaceholder(specification)) return machine.Fresh(TypeHint::kStr);
  if (specification.empty() || !(IsNumber(plain) || str != nullptr || plain.is_unknown())) {
    if (!specification.empty()) {
      return machine.TypeError("unsupported format string passed to {}.__format__", TypeName(machine, value));
    }
    std::optional<std::string> text = machine.StrText(value);
    return text.has_value() ? Result(TextValue(machine.heap(), *text)) : Result::Raised();
  }
  if (plain.is_unknown()) return FormatUnknown(machine, plain, specification);
  tl::expected<FormatSpec, std::string> spec = ParseFormatSpec(specification);
  if (!spec.has_value()) return machine.ValueError("{}", spec.error());
  if (spec->too_large()) return machine.Fresh(TypeHint::kStr);
  if (str != nullptr) return FormatText(machine, str, *spec);
  return FormatNumber(machine, plain, *spec, TypeName(machine, plain));
}

}  // namespace tfscope
