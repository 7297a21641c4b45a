#include "analyzer/syntax/symbols.h"

#include <string_view>
#include <unordered_map>

#include <tree_sitter/api.h>

namespace tfscope {

SymbolTable::SymbolTable(const TSLanguage* language) {
  std::unordered_map<std::string_view, Symbol> rules;
  std::unordered_map<std::string_view, Symbol> tokens;
#define TFSCOPE_RULE(symbol, name) rules.emplace(name, Symbol::k##symbol);
#define TFSCOPE_TOKEN(symbol, text) tokens.emplace(text, Symbol::k##symbol);
#include "analyzer/syntax/symbols.def"
#undef TFSCOPE_RULE
#undef TFSCOPE_TOKEN
  const uint32_t count = ts_language_symbol_count(language);
  symbols_.reserve(count);
  for (uint32_t number = 0; number < count; ++number) {
    const auto id = static_cast<TSSymbol>(number);
    const bool named = ts_language_symbol_type(language, id) == TSSymbolTypeRegular;
    const auto& names = named ? rules : tokens;
    const auto found = names.find(ts_language_symbol_name(language, id));
    if (found != names.end()) {
      symbols_.push_back(found->second);
    } else {
      symbols_.push_back(named ? Symbol::kOtherRule : Symbol::kOtherToken);
    }
  }
}

}  // namespace tfscope
