#include "analyzer/evaluator/native_signature.h"

#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/native_call_errors.h"

namespace tfscope {

NativeSignature NativeSignature::Parse(std::string_view text) {
  NativeSignature result;
  bool keyword_only = false;
  while (!text.empty()) {
    size_t comma = text.find(',');
    std::string_view part = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (part == "/") {
      for (Parameter& parameter : result.parameters) parameter.positional_only = true;
    }
    if (part.empty() || part == "/") continue;
    if (part.starts_with("**")) {
      result.has_keywords = true;
      continue;
    }
    if (part.starts_with("*")) {
      keyword_only = true;
      if (part.size() > 1) result.varargs_position = static_cast<int>(result.parameters.size());
      continue;
    }
    bool optional = part.ends_with("=");
    if (optional) part.remove_suffix(1);
    result.parameters.push_back({part, optional, keyword_only});
    if (!keyword_only) ++result.positional_count;
  }
  result.is_plain = result.varargs_position < 0 && !result.has_keywords;
  for (size_t i = 0; i < result.parameters.size(); ++i) {
    if (result.parameters[i].optional) continue;
    result.required_count = i + 1;
    result.is_plain = result.is_plain && !result.parameters[i].keyword_only;
  }
  return result;
}

bool NativeSignature::FitsPlainly(size_t count) const {
  return is_plain && count >= required_count && count <= positional_count;
}

const NativeSignature& Machine::SignatureOf(NativeFunction* native) {
  if (native->signature == nullptr) {
    signatures_.push_back(std::make_unique<NativeSignature>(NativeSignature::Parse(native->spec->parameters)));
    native->signature = signatures_.back().get();
    native->is_new = std::string_view(native->spec->name) == "__new__";
  }
  return *native->signature;
}

/// Fills `bound` with one value a parameter; `*args` and `**kwargs` take their place as a tuple and a dict.
Result Machine::BindNative(NativeFunction* native, std::span<const Value> positional,
                           std::span<const KeywordArgument> keywords, std::vector<Value>& bound) {
  const NativeSignature& signature = SignatureOf(native);
  if (Result fits = CheckReceiver(*this, *native, positional); fits.raised()) return fits;
  auto wrong = [&] { return WrongNativeCall(*this, *native, signature, positional, keywords); };
  size_t taken = std::min(positional.size(), signature.positional_count);
  std::vector<Value> values(signature.parameters.size());
  std::copy_n(positional.begin(), taken, values.begin());
  if (positional.size() > taken && signature.varargs_position < 0) return wrong();
  if (!keywords.empty() && RefusesKeywords(*this, *native, signature)) return wrong();
  Dict* extra = signature.has_keywords ? heap_.NewDict() : nullptr;
  for (const KeywordArgument& keyword : keywords) {
    size_t index = 0;
    while (index < values.size() && !signature.parameters[index].TakesName(keyword.name->text)) ++index;
    if (index == values.size()) {
      if (extra == nullptr) return wrong();
      extra->items.SetStr(keyword.name, keyword.value);
    } else if (values[index].defined()) {
      return wrong();
    } else {
      values[index] = keyword.value;
    }
  }
  for (size_t i = 0; i < values.size(); ++i) {
    if (!values[i].defined() && !signature.parameters[i].optional) return wrong();
  }
  bound = std::move(values);
  if (signature.varargs_position >= 0) {
    std::vector<Value> rest(positional.begin() + static_cast<std::ptrdiff_t>(taken), positional.end());
    bound.insert(bound.begin() + signature.varargs_position, heap_.NewTuple(std::move(rest)));
  }
  if (extra != nullptr) bound.push_back(Value::Of(extra));
  return Value::None();
}

void Machine::Define(Class* cls, std::span<const NativeSpec> specs) {
  for (const NativeSpec& spec : specs) {
    auto* native = heap_.New<NativeFunction>();
    native->spec = &spec;
    native->owner = cls;
    cls->attributes.SetStr(heap_.Intern(spec.name), Value::Of(native));
  }
  heap_.NoteClassChange();
}

void Machine::Define(Module* module, std::span<const NativeSpec> specs) {
  for (const NativeSpec& spec : specs) {
    auto* native = heap_.New<NativeFunction>();
    native->spec = &spec;
    module->attributes().SetStr(heap_.Intern(spec.name), Value::Of(native));
  }
}

}  // namespace tfscope
