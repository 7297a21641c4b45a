#include "analyzer/tensorflow/api_table.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <tuple>

#include <fmt/format.h>

namespace tfscope {
namespace {

constexpr std::string_view kRoot = "tensorflow";
constexpr std::string_view kCore = "tensorflow_core";

/// Takes the text up to `separator` (or the end) off the front of `text`.
std::string_view TakeUntil(std::string_view& text, char separator) {
  const size_t end = text.find(separator);
  std::string_view taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return taken;
}

template <typename Number>
Number ParseNumber(std::string_view digits, int base) {
  Number number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  return number;
}

/// `tensorflow_core.x` is the same module as `tensorflow.x`.
std::string WithoutCore(std::string_view name) {
  const bool below = name.starts_with(kCore) && (name.size() == kCore.size() || name[kCore.size()] == '.');
  return below ? fmt::format("{}{}", kRoot, name.substr(kCore.size())) : std::string(name);
}

/// The line `NAME<TAB>KIND` of a module's part, found by bisection; empty if there is none.
std::string_view FindLine(std::string_view part, std::string_view name) {
  while (!part.empty()) {
    const size_t before_middle = part.rfind('\n', part.size() / 2);
    const size_t begin = before_middle == std::string_view::npos ? 0 : before_middle + 1;
    const size_t end = std::min(part.find('\n', begin), part.size());
    const std::string_view line = part.substr(begin, end - begin);
    const std::string_view found = line.substr(0, line.find('\t'));
    if (found == name) return line;
    part = found < name ? part.substr(std::min(end + 1, part.size())) : part.substr(0, begin);
  }
  return {};
}

/// Edit distance with swaps of neighbours; case counts only as a tie-break through `Nearest`.
size_t EditDistance(std::string_view left, std::string_view right) {
  std::vector<size_t> before(right.size() + 1);
  std::vector<size_t> above(right.size() + 1);
  std::vector<size_t> current(right.size() + 1);
  for (size_t j = 0; j <= right.size(); ++j) above[j] = j;
  for (size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    for (size_t j = 1; j <= right.size(); ++j) {
      const size_t change = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      current[j] = std::min({above[j] + 1, current[j - 1] + 1, change});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, current);
  }
  return above[right.size()];
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

/// Neither inside `python`, `core` and `examples`, nor the implementation of a contrib package.
bool IsPublic(std::string_view path) {
  for (std::string_view rest = path; !rest.empty();) {
    const std::string_view component = TakeUntil(rest, '.');
    if (component == "python" || component == "core" || component == "examples" || component.starts_with('_')) {
      return false;
    }
  }
  return true;
}

size_t SharedComponents(std::string_view left, std::string_view right) {
  size_t shared = 0;
  while (!left.empty() && !right.empty() && TakeUntil(left, '.') == TakeUntil(right, '.')) ++shared;
  return shared;
}

ApiParameter ParseParameter(std::string_view text, bool keyword_only) {
  ApiParameter parameter;
  if (text.starts_with("**")) {
    parameter.kind = ApiParameter::Kind::kKeywords;
    text.remove_prefix(2);
  } else if (text.starts_with('*')) {
    parameter.kind = ApiParameter::Kind::kArguments;
    text.remove_prefix(1);
  } else if (keyword_only) {
    parameter.kind = ApiParameter::Kind::kKeywordOnly;
  }
  parameter.has_default = text.ends_with('=');
  if (parameter.has_default) text.remove_suffix(1);
  parameter.name = text;
  return parameter;
}

}  // namespace

std::optional<std::vector<ApiParameter>> ParseParameters(std::string_view parameters) {
  if (parameters == "?") return std::nullopt;
  std::vector<ApiParameter> result;
  bool keyword_only = false;
  while (!parameters.empty()) {
    const std::string_view text = TakeUntil(parameters, ',');
    if (text != "*") result.push_back(ParseParameter(text, keyword_only));
    keyword_only = keyword_only || (text.starts_with('*') && !text.starts_with("**"));
  }
  return result;
}

ApiTable::ApiTable(std::string_view text) {
  struct Sizes {
    std::string_view same;
    size_t size;
  };
  std::vector<Sizes> sizes;
  while (!text.empty()) {
    std::string_view line = TakeUntil(text, '\n');
    if (line.empty()) break;
    ModuleLine module;
    module.path = TakeUntil(line, '|');
    module.runtime = TakeUntil(line, '|');
    module.import = TakeUntil(line, '|');
    const std::string_view file = TakeUntil(line, '|');
    module.file = file.empty() ? '\0' : file.front();
    const std::string_view same = TakeUntil(line, '|');
    sizes.push_back({same, ParseNumber<size_t>(line, 10)});
    modules_.push_back(module);
  }
  for (size_t i = 0; i < modules_.size(); ++i) {
    modules_[i].part = text.substr(0, sizes[i].size);
    text.remove_prefix(modules_[i].part.size());
  }
  for (size_t i = 0; i < modules_.size(); ++i) {
    if (const ModuleLine* same = sizes[i].same.empty() ? nullptr : ByNumber(sizes[i].same)) {
      modules_[i].part = same->part;
    }
  }
}

const ApiTable& ApiTable::TensorFlow() {
  static const ApiTable table(ApiTableText());
  return table;
}

const ApiTable& ApiTable::Later() {
  static const ApiTable table(LaterApiTableText());
  return table;
}

const ApiTable& ApiTable::Of(std::string_view module) {
  return module.substr(0, module.find('.')) == "tf_slim" ? Later() : TensorFlow();
}

const ApiTable::ModuleLine* ApiTable::Module(std::string_view path) const {
  const auto found = std::ranges::lower_bound(modules_, path, {}, &ModuleLine::path);
  return found != modules_.end() && found->path == path ? &*found : nullptr;
}

const ApiTable::ModuleLine* ApiTable::ByNumber(std::string_view hexadecimal) const {
  const auto number = ParseNumber<size_t>(hexadecimal, 16);
  return number < modules_.size() ? &modules_[number] : nullptr;
}

const ApiTable::ModuleLine* ApiTable::Resolve(std::string_view expression) const {
  const std::string path = WithoutCore(expression);
  // The longest listed front, then one attribute after the other.
  size_t end = path.size();
  const ModuleLine* module = Module(path);
  while (module == nullptr && end != 0) {
    end = path.rfind('.', end - 1);
    if (end == std::string::npos) return nullptr;
    module = Module(std::string_view(path).substr(0, end));
  }
  std::string_view rest = end < path.size() ? std::string_view(path).substr(end + 1) : std::string_view();
  while (module != nullptr && !rest.empty()) {
    const std::string_view line = FindLine(module->part, TakeUntil(rest, '.'));
    const size_t kind = line.find('\t') + 1;
    if (line.empty() || line[kind] != 'm' || line.substr(kind).starts_with("m=")) return nullptr;
    module = ByNumber(line.substr(kind + 1));
  }
  return module;
}

bool ApiTable::HasModule(std::string_view name) const {
  const ModuleLine* module = Module(WithoutCore(name));
  return module != nullptr && module->file != '\0';
}

bool ApiTable::IsPackage(std::string_view name) const {
  const ModuleLine* module = Module(WithoutCore(name));
  return module == nullptr || module->file != 'm';
}

std::optional<std::string_view> ApiTable::ResolveModule(std::string_view expression) const {
  const ModuleLine* module = Resolve(expression);
  return module == nullptr ? std::nullopt : std::optional(module->path);
}

ApiEntry ApiTable::Read(const ModuleLine& module, std::string_view name, std::string_view kind) const {
  ApiEntry entry{
      .kind = ApiKind::kObject, .module = module.path, .name = name, .parameters = {}, .type = {}, .constant = {}};
  const char tag = kind.empty() ? 'i' : kind.front();
  kind.remove_prefix(kind.empty() ? 0 : 1);
  switch (tag) {
    case 'f':
    case 'c':
      entry.kind = tag == 'f' ? ApiKind::kFunction : ApiKind::kClass;
      entry.parameters = kind.size() < 2 ? kind : kind.substr(1, kind.size() - 2);
      break;
    case 'm': {
      entry.kind = ApiKind::kModule;
      const ModuleLine* target = kind.starts_with('=') ? nullptr : ByNumber(kind);
      entry.module = target == nullptr ? kind.substr(std::min<size_t>(1, kind.size())) : target->path;
      entry.name = {};
      break;
    }
    case 'k':
      entry.kind = ApiKind::kConstant;
      entry.type = TakeUntil(kind, '=');
      entry.constant = kind;
      break;
    default:
      entry.type = kind;
  }
  return entry;
}

std::optional<ApiEntry> ApiTable::Find(std::string_view module, std::string_view attribute) const {
  const ModuleLine* place = Resolve(module);
  if (place == nullptr) return std::nullopt;
  std::string_view line = FindLine(place->part, attribute);
  if (line.empty()) return std::nullopt;
  std::string_view kind = line;
  std::string_view name = TakeUntil(kind, '\t');
  if (kind.starts_with('@')) {  // the generator points at definitions only, so one step is enough
    kind.remove_prefix(1);
    const ModuleLine* owner = ByNumber(TakeUntil(kind, ':'));
    if (owner == nullptr) return std::nullopt;
    line = FindLine(owner->part, kind.empty() ? name : kind);
    if (line.empty()) return std::nullopt;
    place = owner;
    kind = line;
    name = TakeUntil(kind, '\t');
  }
  return Read(*place, name, kind);
}

std::string_view ApiTable::Nearest(std::string_view module, std::string_view attribute) const {
  const ModuleLine* place = Resolve(module);
  if (place == nullptr || attribute.empty()) return {};
  const std::string wanted = LowerCase(attribute);
  const size_t limit = std::clamp<size_t>(attribute.size() / 3, 1, 3);
  std::pair<size_t, size_t> best{limit + 1, 0};
  std::string_view nearest;
  for (std::string_view rest = place->part; !rest.empty();) {
    std::string_view line = TakeUntil(rest, '\n');
    const std::string_view name = TakeUntil(line, '\t');
    const size_t difference = std::max(name.size(), attribute.size()) - std::min(name.size(), attribute.size());
    if (difference > limit || name.starts_with('_')) continue;
    const std::pair<size_t, size_t> distance{EditDistance(LowerCase(name), wanted), EditDistance(name, attribute)};
    if (distance >= best) continue;
    best = distance;
    nearest = name;
  }
  return nearest;
}

std::vector<std::string_view> ApiTable::AttributesOf(std::string_view module) const {
  const ModuleLine* place = Resolve(module);
  std::vector<std::string_view> names;
  for (std::string_view rest = place == nullptr ? std::string_view() : place->part; !rest.empty();) {
    std::string_view line = TakeUntil(rest, '\n');
    names.push_back(TakeUntil(line, '\t'));
  }
  return names;
}

std::vector<std::string> ApiTable::PlacesOf(std::string_view name) const {
  struct Place {
    std::tuple<bool, ptrdiff_t, size_t, size_t, std::string_view> rank;
    std::string_view module;
  };
  std::vector<Place> places;
  for (const ModuleLine& module : modules_) {
    if (!IsPublic(module.path)) continue;
    const std::optional<ApiEntry> entry = FindLine(module.part, name).empty() ? std::nullopt : Find(module.path, name);
    if (!entry || (entry->kind != ApiKind::kFunction && entry->kind != ApiKind::kClass)) continue;
    const bool is_compat = module.path.starts_with("tensorflow.compat.");
    const size_t away = 100 - std::min<size_t>(100, SharedComponents(module.path, entry->module));
    places.push_back(
        {{is_compat, std::ranges::count(module.path, '.'), away, module.path.size(), module.path}, module.path});
  }
  std::ranges::sort(places, {}, &Place::rank);
  std::vector<std::string> result;
  for (const Place& place : places) {
    result.push_back(fmt::format("tf{}.{}", place.module.substr(kRoot.size()), name));
  }
  return result;
}

std::string ApiTable::AttributeErrorText(std::string_view module, std::string_view attribute) const {
  const ModuleLine* place = Resolve(module);
  const std::string_view name = place == nullptr ? module : place->runtime.empty() ? place->path : place->runtime;
  return fmt::format("module '{}' has no attribute '{}'", name, attribute);
}

std::string ApiTable::ImportErrorText(std::string_view module, std::string_view name) const {
  const ModuleLine* place = Resolve(module);
  if (place == nullptr) return fmt::format("cannot import name '{}' from '{}' (unknown location)", name, module);
  const std::string_view path = place->path;
  const std::string file = place->file == 'm' ? fmt::format("{}.py", path.substr(path.rfind('.') + 1)) : "__init__.py";
  return fmt::format("cannot import name '{}' from '{}' ({})", name, place->import.empty() ? path : place->import,
                     file);
}

}  // namespace tfscope
