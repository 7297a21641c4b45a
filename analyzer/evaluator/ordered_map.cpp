#include "analyzer/evaluator/ordered_map.h"

#include <algorithm>

#include "analyzer/evaluator/object.h"

namespace tfscope {

namespace {
constexpr size_t kLinearLimit = 8;
constexpr size_t kFirstEntries = 4;

bool SameStr(const Value& value, const Str* key) {
  if (value.is_object() && value.object() == key) return true;
  const Str* other = As<Str>(value);
  return other != nullptr && other->text == key->text;
}

bool IsUnknownKey(Value key) {
  const Str* text = As<Str>(key);
  return key.is_unknown() || (text != nullptr && text->symbolic);
}
}  // namespace

Value* OrderedMap::FindStr(const Str* key) {
  int64_t slot = FindSlot(key->hash, [key](const Value& candidate) { return SameStr(candidate, key) ? 1 : 0; });
  return slot < 0 ? nullptr : &entries_[static_cast<size_t>(slot)].value;
}

void OrderedMap::SetStr(Str* key, Value value) {
  if (Value* found = FindStr(key)) {
    *found = value;
    return;
  }
  Append(Value::Of(key), key->hash, value);
}

void OrderedMap::Append(Value key, uint64_t hash, Value value) {
  bool many_holes = entries_.size() > kLinearLimit && live_ < entries_.size() / 2;
  if (many_holes) std::erase_if(entries_, [](const Entry& entry) { return !entry.key.defined(); });
  if (entries_.capacity() == 0) entries_.reserve(kFirstEntries);
  entries_.push_back({key, value, hash});
  has_unknown_keys_ = has_unknown_keys_ || IsUnknownKey(key);
  ++live_;
  if (many_holes || (index_.empty() ? entries_.size() > kLinearLimit : entries_.size() * 3 > index_.size() * 2)) {
    Rebuild();
    return;
  }
  if (index_.empty()) return;
  size_t mask = index_.size() - 1;
  size_t probe = FirstProbe(hash) & mask;
  while (index_[probe] != 0) probe = (probe + 1) & mask;
  index_[probe] = static_cast<uint32_t>(entries_.size());
}

void OrderedMap::EraseSlot(size_t slot) {
  entries_[slot].key = Value();
  entries_[slot].value = Value();
  --live_;
  if (live_ == 0) Clear();
}

bool OrderedMap::EraseStr(const Str* key) {
  int64_t slot = FindSlot(key->hash, [key](const Value& candidate) { return SameStr(candidate, key) ? 1 : 0; });
  if (slot < 0) return false;
  EraseSlot(static_cast<size_t>(slot));
  return true;
}

void OrderedMap::Clear() {
  entries_.clear();
  index_.clear();
  live_ = 0;
  has_unknown_keys_ = false;
}

void OrderedMap::Rebuild() {
  size_t size = 16;
  while (size < entries_.size() * 2) size *= 2;
  index_.assign(size, 0);
  for (size_t i = 0; i < entries_.size(); ++i) {
    size_t probe = FirstProbe(entries_[i].hash) & (size - 1);
    while (index_[probe] != 0) probe = (probe + 1) & (size - 1);
    index_[probe] = static_cast<uint32_t>(i + 1);
  }
}

}  // namespace tfscope
