// `str.format`: replacement fields with attribute and index access, conversions and nested specifications.
#include "analyzer/evaluator/operators.h"
#include "analyzer/evaluator/protocols.h"
#include "analyzer/evaluator/text.h"
#include "analyzer/evaluator/text/format_value.h"
#include "analyzer/evaluator/text/quote.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

/// One `{...}` taken apart.
struct Field {
  std::string_view name;
  char conversion = 0;
  std::string_view specification;
};

class Formatter {
 public:
  Formatter(Machine& machine, const FieldLookup& lookup) : machine_(machine), lookup_(lookup) {}

  /// Appends the formatted text; false if an exception is pending.
  bool Append(std::string_view text, int depth, std::string& result);

 private:
  bool Fail(std::string_view message) {
    (void)machine_.ValueError("{}", message);
    return false;
  }
  bool FieldEnd(std::string_view text, size_t begin, size_t& end);
  bool ParseField(std::string_view text, Field& field);
  bool AppendField(std::string_view text, int depth, std::string& result);
  Result Resolve(std::string_view name);
  Result Follow(Value value, std::string_view rest);
  Result Convert(Value value, char conversion);
  bool Number(std::string_view& name, std::string& automatic);

  Machine& machine_;
  const FieldLookup& lookup_;
  int64_t next_automatic_ = 0;
  bool used_automatic_ = false;
  bool used_manual_ = false;
};

bool Formatter::Append(std::string_view text, int depth, std::string& result) {
  if (depth > 2) return Fail("Max string recursion exceeded");
  for (size_t i = 0; i < text.size();) {
    if (!machine_.Charge(1) || result.size() > kLargestString) return true;
    char c = text[i];
    bool doubled = i + 1 < text.size() && text[i + 1] == c;
    if ((c == '{' || c == '}') && doubled) {
      result += c;
      i += 2;
    } else if (c == '}') {
      return Fail("Single '}' encountered in format string");
    } else if (c == '{') {
      size_t end = 0;
      if (i + 1 >= text.size()) return Fail("Single '{' encountered in format string");
      if (!FieldEnd(text, i + 1, end)) return false;
      if (!AppendField(text.substr(i + 1, end - i - 1), depth, result)) return false;
      i = end + 1;
    } else {
      size_t next = std::min(text.find_first_of("{}", i), text.size());
      result += text.substr(i, next - i);
      i = next;
    }
  }
  return true;
}

bool Formatter::FieldEnd(std::string_view text, size_t begin, size_t& end) {
  int open = 1;
  bool in_brackets = false;
  bool in_name = true;
  for (end = begin; end < text.size(); ++end) {
    char c = text[end];
    if (in_name && c == '[') in_brackets = true;
    if (in_brackets && c == ']') in_brackets = false;
    if (in_brackets) continue;
    if (c == ':' || c == '!') in_name = false;
    if (c == '{' && in_name) return Fail("unexpected '{' in field name");
    if (c == '{') ++open;
    if (c == '}' && --open == 0) return true;
  }
  // What is missing is said by how far the field goes.
  const std::string_view field = text.substr(begin);
  const size_t mark = field.find_first_of("!:");
  const bool converts = mark != field.npos && field[mark] == '!';
  if (converts && mark + 1 == field.size()) return Fail("end of string while looking for conversion specifier");
  if (converts && mark + 2 == field.size()) return Fail("unmatched '{' in format spec");
  return Fail("expected '}' before end of string");
}

bool Formatter::ParseField(std::string_view text, Field& field) {
  bool in_brackets = false;
  size_t end = 0;
  for (; end < text.size(); ++end) {
    if (text[end] == '[') in_brackets = true;
    if (text[end] == ']') in_brackets = false;
    if (!in_brackets && (text[end] == ':' || text[end] == '!')) break;
  }
  field.name = text.substr(0, end);
  if (end >= text.size()) return true;
  if (text[end] == '!') {
    if (end + 1 >= text.size()) return Fail("unmatched '{' in format spec");
    field.conversion = text[end + 1];
    end += 2;
    if (end >= text.size()) return true;
    if (text[end] != ':') return Fail("expected ':' after conversion specifier");
  }
  field.specification = text.substr(end + 1);
  return true;
}

/// Gives an empty name its number; false if numbered and automatic fields are mixed.
bool Formatter::Number(std::string_view& name, std::string& automatic) {
  bool is_number = !name.empty() && name.find_first_not_of("0123456789") == name.npos;
  if (!name.empty() && !is_number) return true;
  if (is_number) {
    used_manual_ = true;
    if (used_automatic_) {
      return Fail("cannot switch from automatic field numbering to manual field specification");
    }
    return true;
  }
  used_automatic_ = true;
  if (used_manual_) return Fail("cannot switch from manual field specification to automatic field numbering");
  automatic = std::to_string(next_automatic_++);
  name = automatic;
  return true;
}

Result Formatter::Resolve(std::string_view name) {
  size_t end = std::min(name.find_first_of(".["), name.size());
  std::string_view first = name.substr(0, end);
  std::string automatic;
  if (!Number(first, automatic)) return Result::Raised();
  Result value = lookup_(first);
  return value.ok() ? Follow(value.value(), name.substr(end)) : value;
}

Result Formatter::Follow(Value value, std::string_view rest) {
  while (!rest.empty()) {
    if (rest[0] == '.') {
      rest.remove_prefix(1);
      size_t end = std::min(rest.find_first_of(".["), rest.size());
      if (end == 0) return machine_.ValueError("Empty attribute in format string");
      Result next = machine_.GetAttribute(value, machine_.heap().Intern(rest.substr(0, end)));
      if (!next.ok()) return next;
      value = next.value();
      rest.remove_prefix(end);
      continue;
    }
    if (rest[0] != '[') return machine_.ValueError("Only '.' or '[' may follow ']' in format field specifier");
    size_t end = rest.find(']');
    if (end == rest.npos) return machine_.ValueError("Missing ']' in format string");
    std::string_view key = rest.substr(1, end - 1);
    if (key.empty()) return machine_.ValueError("Empty attribute in format string");
    bool is_number = key.size() < 18 && key.find_first_not_of("0123456789") == key.npos;
    Value index = is_number ? Value::Int(std::stoll(std::string(key))) : Value::Of(machine_.heap().Intern(key));
    Result next = UserMethod(machine_, value, "__getitem__").defined()
                      ? machine_.CallMethod(value, "__getitem__", {&index, 1})
                      : BuiltinLoadItem(machine_, Machine::Unwrap(value), index);
    if (!next.ok()) return next;
    value = next.value();
    rest.remove_prefix(end + 1);
  }
  return value;
}

Result Formatter::Convert(Value value, char conversion) {
  if (conversion == 0) return value;
  std::optional<std::string> text;
  switch (conversion) {
    case 's':
      text = machine_.StrText(value);
      break;
    case 'r':
      text = machine_.ReprText(value);
      break;
    case 'a':
      text = machine_.ReprText(value);
      break;
    default:
      return machine_.ValueError("Unknown conversion specifier {}", conversion);
  }
  if (!text.has_value()) return Result::Raised();
  return TextValue(machine_.heap(), conversion == 'a' ? EscapeNonAscii(*text) : *text);
}

bool Formatter::AppendField(std::string_view text, int depth, std::string& result) {
  Field field;
  if (!ParseField(text, field)) return false;
  Result value = Resolve(field.name);
  if (value.ok()) value = Convert(value.value(), field.conversion);
  if (!value.ok()) return false;
  std::string specification(field.specification);
  if (field.specification.find('{') != field.specification.npos) {
    specification.clear();
    if (!Append(field.specification, depth + 1, specification)) return false;
  }
  Result formatted = BuiltinFormat(machine_, value.value(), specification);
  if (!formatted.ok()) return false;
  std::optional<std::string> shown = TextOf(machine_, formatted.value());
  if (!shown.has_value()) {
    (void)machine_.TypeError("__format__ must return a str, not {}", TypeName(machine_, formatted.value()));
    return false;
  }
  result += *shown;
  return true;
}

}  // namespace

Result FormatFields(Machine& machine, std::string_view text, const FieldLookup& lookup) {
  Formatter formatter(machine, lookup);
  std::string result;
  if (!formatter.Append(text, 1, result)) return Result::Raised();
  if (result.size() > kLargestString) return machine.Fresh(TypeHint::kStr);
  return TextValue(machine.heap(), result);
}

Result StrFormat(Machine& machine, std::string_view text, std::span<const Value> arguments,
                 const OrderedMap& keywords) {
  return FormatFields(machine, text, [&](std::string_view name) -> Result {
    bool is_number = !name.empty() && name.find_first_not_of("0123456789") == name.npos;
    if (!is_number) {
      Str* key = machine.heap().Intern(name);
      const Value* value = keywords.FindStr(key);
      return value != nullptr ? Result(*value) : KeyError(machine, Value::Of(key));
    }
    if (name.size() > 18) return machine.ValueError("Too many decimal digits in format string");
    auto index = static_cast<size_t>(std::stoll(std::string(name)));
    if (index < arguments.size()) return arguments[index];
    return machine.Raise(machine.types().index_error, "tuple index out of range");
  });
}

}  // namespace tfscope
