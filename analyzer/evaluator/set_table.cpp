#include "analyzer/evaluator/set_table.h"

#include <utility>

namespace tfscope {

namespace {

constexpr size_t kLinearProbes = 9;
constexpr size_t kPerturbShift = 5;

/// The places in which CPython looks for a hash, in order.
class Probe {
 public:
  Probe(uint64_t hash, size_t mask) : perturb_(hash), mask_(mask), first_(hash & mask), place_(first_) {}
  size_t place() const { return place_; }

  void Advance() {
    if (first_ + kLinearProbes <= mask_ && place_ < first_ + kLinearProbes) {
      ++place_;
      return;
    }
    perturb_ >>= kPerturbShift;
    first_ = (first_ * 5 + 1 + perturb_) & mask_;
    place_ = first_;
  }

 private:
  uint64_t perturb_;
  size_t mask_;
  size_t first_;
  size_t place_;
};

uint64_t ShuffleBits(uint64_t hash) { return ((hash ^ 89869747) ^ (hash << 16)) * 3644798167; }

}  // namespace

void SetTable::Add(Value key, uint64_t hash, bool fixed_hash) {
  if (!has_order_) return;
  if (!fixed_hash) {
    Clear();
    has_order_ = false;
    return;
  }
  if (places_.empty()) places_.resize(kLeastPlaces);
  elements_.push_back({key, hash});
  ++used_;
  Probe probe(hash, mask());
  size_t blocked = places_.size();
  for (; places_[probe.place()] != kFree; probe.Advance()) {
    if (places_[probe.place()] == kBlocked) blocked = probe.place();
  }
  const bool reuses = blocked != places_.size();
  places_[reuses ? blocked : probe.place()] = static_cast<uint32_t>(elements_.size() - 1) + kFirst;
  if (reuses) return;
  ++fill_;
  if (fill_ * 5 >= mask() * 3) Resize(GrownSize());
}

void SetTable::Erase(Value key, uint64_t hash) {
  if (places_.empty()) return;
  for (Probe probe(hash, mask()); places_[probe.place()] != kFree; probe.Advance()) {
    uint32_t& content = places_[probe.place()];
    if (content == kBlocked || At(content).hash != hash || !Identical(At(content).key, key)) continue;
    elements_[content - kFirst].key = Value();
    content = kBlocked;
    --used_;
    return;
  }
}

void SetTable::Clear() {
  places_.clear();
  elements_.clear();
  fill_ = used_ = 0;
  has_order_ = true;
}

void SetTable::Reserve(size_t count) {
  if (has_order_ && (fill_ + count) * 5 >= mask() * 3) Resize((used_ + count) * 2);
}

void SetTable::Shrink() {
  if (has_order_ && fill_ - used_ > mask() / 4) Resize(GrownSize());
}

bool SetTable::Take(const SetTable& other) {
  if (fill_ != 0 || !has_order_ || !other.has_order_) return false;
  if (mask() == other.mask() && other.fill_ == other.used_) {
    places_ = other.places_;
    elements_ = other.elements_;
  } else {
    for (uint32_t content : other.places_) {
      if (content < kFirst) continue;
      elements_.push_back(other.At(content));
      if (places_.empty()) places_.resize(kLeastPlaces);
      InsertClean(static_cast<uint32_t>(elements_.size() - 1) + kFirst, elements_.back().hash);
    }
  }
  fill_ = used_ = other.used_;
  return true;
}

void SetTable::Assign(const SetTable& other) {
  const size_t finger = finger_;
  *this = other;
  finger_ = finger;
}

Value SetTable::NextToPop() {
  if (used_ == 0) return {};
  size_t place = finger_ & mask();
  while (places_[place] < kFirst) place = (place + 1) & mask();
  finger_ = place + 1;
  return At(places_[place]).key;
}

std::vector<Value> SetTable::Keys() const {
  std::vector<Value> keys;
  keys.reserve(used_);
  for (uint32_t content : places_) {
    if (content >= kFirst) keys.push_back(At(content).key);
  }
  return keys;
}

uint64_t SetTable::HashOfAll() const {
  constexpr uint64_t kError = ~uint64_t{0};
  uint64_t hash = 0;
  for (uint32_t content : places_) {
    if (content >= kFirst) hash ^= ShuffleBits(At(content).hash);
  }
  hash ^= (used_ + 1) * 1927868237;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069 + 907133923;
  return hash == kError ? 590923713 : hash;
}

void SetTable::InsertClean(uint32_t content, uint64_t hash) {
  Probe probe(hash, mask());
  while (places_[probe.place()] != kFree) probe.Advance();
  places_[probe.place()] = content;
}

void SetTable::Resize(size_t least) {
  size_t size = kLeastPlaces;
  while (size <= least) size *= 2;
  std::vector<uint32_t> old_places(size);
  std::vector<Element> old_elements;
  std::swap(places_, old_places);
  std::swap(elements_, old_elements);
  for (uint32_t content : old_places) {
    if (content < kFirst) continue;
    elements_.push_back(old_elements[content - kFirst]);
    InsertClean(static_cast<uint32_t>(elements_.size() - 1) + kFirst, elements_.back().hash);
  }
  fill_ = used_;
}

}  // namespace tfscope
