#include "analyzer/events/events.h"

namespace tfscope {

Span Site::ArgumentOr(std::string_view keyword, size_t position) const {
  size_t positional = 0;
  for (const ArgumentSpan& argument : arguments) {
    if (argument.keyword.empty() ? positional++ == position : argument.keyword == keyword) return argument.span;
  }
  return call;
}

const VariableMade* EventLog::Made(VariableId variable) const {
  for (const Event& event : events) {
    const auto* made = std::get_if<VariableMade>(&event);
    if (made != nullptr && made->variable == variable) return made;
  }
  return nullptr;
}

}  // namespace tfscope
