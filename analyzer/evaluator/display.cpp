// How a finished path reads to people: placeholders of partly known texts become `{expression}`.
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/evaluator/text/symbolic_text.h"

namespace tfscope {

namespace {

constexpr size_t kLongestExpression = 40;

uint32_t SymbolId(std::string_view placeholder) {
  uint32_t id = 0;
  for (char digit : placeholder) {
    if (digit >= '0' && digit <= '9') id = id * 10 + static_cast<uint32_t>(digit - '0');
  }
  return id;
}

}  // namespace

/// `layer_{i}/w` for a text that holds the symbol of `i`; an expression that is long or goes over lines shows as `...`.
std::string Machine::DisplayText(std::string_view text) const {
  std::string result;
  for (size_t position = 0; position < text.size();) {
    size_t end = PlaceholderEnd(text, position);
    if (end == position) {
      result += text[position++];
      continue;
    }
    const Symbol* symbol = heap_.SymbolOf(SymbolId(text.substr(position, end - position)));
    std::string_view source;
    if (symbol != nullptr && symbol->origin.valid()) source = program_.sources().Text(symbol->origin);
    bool plain = !source.empty() && source.size() <= kLongestExpression && source.find('\n') == std::string_view::npos;
    result += '{';
    result += plain ? source : std::string_view("...");
    result += '}';
    position = end;
  }
  return result;
}

/// Makes every text of a log readable.
void Machine::DisplayLog(EventLog& log) const {
  auto show = [this](std::string& text) {
    if (HasPlaceholder(text)) text = DisplayText(text);
  };
  for (Event& event : log.events) {
    if (auto* made = std::get_if<VariableMade>(&event)) {
      show(made->name);
      show(made->key);
      show(made->requested_name);
      show(made->given_name);
      show(made->variable_scope);
    } else if (auto* named = std::get_if<NameAsTrainable>(&event)) {
      show(named->text);
    } else if (auto* raised = std::get_if<ErrorRaised>(&event)) {
      show(raised->message);
      show(raised->variable);
    } else if (auto* added = std::get_if<CollectionAdded>(&event)) {
      show(added->collection);
    } else if (auto* read = std::get_if<CollectionRead>(&event)) {
      show(read->collection);
    } else if (auto* entered = std::get_if<ScopeEntered>(&event)) {
      show(entered->scope);
    } else if (auto* reuse = std::get_if<ReuseSet>(&event)) {
      show(reuse->scope);
    }
  }
  for (std::string& line : log.output) show(line);
  if (log.error) show(log.error->message);
}

}  // namespace tfscope
