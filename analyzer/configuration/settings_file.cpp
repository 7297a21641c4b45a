#include "analyzer/configuration/settings_file.h"

#include <algorithm>
#include <type_traits>

// The only file that includes the library, which is large.
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/support/nearest.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

/// Reads the values of one file; the first mistake ends it.
class Reader {
 public:
  Reader(const SettingsSource& source, const SelectorCheck& check, Settings& settings)
      : source_(source), check_(check), settings_(settings) {}

  tl::expected<Reading, std::string> Read(const toml::table& table) {
    // The order of a table is that of its keys; mistakes are told in the order of the file.
    std::vector<std::pair<const toml::key*, const toml::node*>> entries;
    for (const auto& [key, node] : table) entries.emplace_back(&key, &node);
    std::ranges::stable_sort(entries, {}, [](const auto& entry) { return entry.first->source().begin.line; });
    for (const auto& [key, node] : entries) {
      ReadKey(*key, *node);
      if (!error_.empty()) return tl::unexpected(error_);
    }
    return Reading::kSettings;
  }

  std::string Error(const toml::source_region& region, std::string_view message) const {
    const uint32_t line = region.begin.line;
    return line == 0 ? fmt::format("{}: {}", source_.name, message)
                     : fmt::format("{}:{}: {}", source_.name, line, message);
  }

 private:
  bool Fail(const toml::source_region& region, std::string_view message) {
    if (error_.empty()) error_ = Error(region, message);
    return false;
  }

  void ReadKey(const toml::key& key, const toml::node& node) {
    setting_ = FindSetting(key.str());
    if (setting_ == nullptr) {
      std::vector<std::string> known;
      for (const Setting& setting : AllSettings()) known.emplace_back(setting.key);
      const std::string nearest = NearestName(key.str(), known);
      if (key.str() == "tool" && !source_.in_pyproject) {
        Fail(key.source(), "keys stand at the top of this file, not in [tool.tfscope]");
        return;
      }
      Fail(key.source(), fmt::format("unknown key `{}`{}", Printable(key.str()),
                                     nearest.empty() ? std::string("; `tfscope config` lists all keys")
                                                     : fmt::format(", did you mean `{}`?", nearest)));
      return;
    }
    std::visit([&](const auto member) { Assign(node, settings_.*member); }, setting_->member);
  }

  bool WrongType(const toml::node& node, std::string_view wanted) {
    return Fail(node.source(), fmt::format("`{}` must be {}, as in `{}`", setting_->key, wanted, setting_->example));
  }

  bool Assign(const toml::node& node, bool& value) {
    if (!node.is_boolean()) return WrongType(node, "true or false");
    value = **node.as_boolean();
    return true;
  }

  bool Assign(const toml::node& node, uint64_t& value) {
    if (!node.is_integer() || **node.as_integer() < 0) return WrongType(node, "a number that is not negative");
    value = static_cast<uint64_t>(**node.as_integer());
    return true;
  }

  bool Assign(const toml::node& node, std::string& value) {
    if (!node.is_string()) return WrongType(node, "a string");
    const std::string& text = **node.as_string();
    if (!setting_->choices.empty() && std::ranges::find(setting_->choices, text) == setting_->choices.end()) {
      const std::vector<std::string> choices(setting_->choices.begin(), setting_->choices.end());
      const std::string nearest = NearestName(text, choices);
      return Fail(node.source(), nearest.empty() ? fmt::format("`{}` `{}` is none of {}", setting_->key,
                                                               Printable(text), fmt::join(choices, ", "))
                                                 : fmt::format("`{}` `{}` is unknown, did you mean `{}`?",
                                                               setting_->key, Printable(text), nearest));
    }
    value = text;
    return true;
  }

  bool Assign(const toml::node& node, fs::path& value) {
    if (!node.is_string()) return WrongType(node, "a string");
    const std::string& text = **node.as_string();
    value = text.empty() ? fs::path() : (source_.base / text).lexically_normal();
    return true;
  }

  /// One element of a list.
  bool Convert(const toml::node& node, const std::string& text, std::string& value) {
    if (setting_->names_rules) {
      if (const std::string complaint = check_(text); !complaint.empty()) return Fail(node.source(), complaint);
    }
    value = text;
    return true;
  }
  bool Convert(const toml::node&, const std::string& text, fs::path& value) {
    value = (source_.base / text).lexically_normal();
    return true;
  }
  bool Convert(const toml::node&, const std::string& text, PathPattern& value) {
    value = {text, source_.base};
    return true;
  }
  bool Convert(const toml::node&, const std::string& text, EntryPoint& value) {
    value = {text, source_.base};
    return true;
  }

  template <typename T>
  bool Assign(const toml::node& node, std::vector<T>& values) {
    if (!node.is_array()) return WrongType(node, "a list of strings");
    std::vector<T> list;
    for (const toml::node& element : *node.as_array()) {
      if (!element.is_string()) return WrongType(element, "a list of strings");
      if (!Convert(element, **element.as_string(), list.emplace_back())) return false;
    }
    values = std::move(list);
    return true;
  }

  bool Assign(const toml::node& node, std::vector<PatternRules>& values) {
    if (!node.is_table()) return WrongType(node, "a table of lists of rules");
    std::vector<PatternRules> tables;
    for (const auto& [key, rules] : *node.as_table()) {
      PatternRules& entry = tables.emplace_back();
      entry.pattern = {std::string(key.str()), source_.base};
      if (!Assign(rules, entry.rules)) return false;
    }
    values = std::move(tables);
    return true;
  }

  const SettingsSource& source_;
  const SelectorCheck& check_;
  Settings& settings_;
  const Setting* setting_ = nullptr;
  std::string error_;
};

}  // namespace

tl::expected<Reading, std::string> ReadSettings(std::string_view text, const SettingsSource& source,
                                                const SelectorCheck& check, Settings& settings) {
  Reader reader(source, check, settings);
  const toml::parse_result result = toml::parse(text, source.name);
  if (!result) {
    return tl::unexpected(
        reader.Error(result.error().source(), fmt::format("no TOML: {}", Printable(result.error().description()))));
  }
  const toml::table* table = &result.table();
  if (!source.in_pyproject) return reader.Read(*table);
  for (const std::string_view key : {"tool", "tfscope"}) {
    const toml::node* node = table->get(key);
    if (node == nullptr) return Reading::kNothing;
    if (!node->is_table())
      return tl::unexpected(reader.Error(node->source(), fmt::format("`{}` must be a table", key)));
    table = node->as_table();
  }
  return reader.Read(*table);
}

}  // namespace tfscope
