// The public methods that every Jekyll::Drops::Drop inherits from Object, Enumerable and its own classes (Ruby 3.1;
// Liquid 4.0.4; Jekyll 3.10.0, 4.4.1). respond_to? is true for them, so a drop has them as keys, though most give nil.

export const OBJECT_METHODS: ReadonlySet<string> = new Set(
  `
  __id__ __send__ all? any? chain chunk chunk_while class clone collect collect_concat compact content_methods count
  cycle define_singleton_method detect display drop drop_while dup each each_cons each_entry each_key each_slice
  each_with_index each_with_object entries enum_for eql? equal? extend fetch filter filter_map find find_all
  find_index first flat_map freeze frozen? gem grep grep_v group_by hash hash_for_json include? inject inspect
  instance_eval instance_exec instance_of? instance_variable_defined? instance_variable_get instance_variable_set
  instance_variables invoke_drop is_a? itself key? keys kind_of? lazy liquid_method_missing map max max_by member?
  merge merge! method methods min min_by minmax minmax_by nil? none? object_id one? partition private_methods
  protected_methods public_method public_methods public_send reduce reject remove_instance_variable respond_to?
  reverse_each select send singleton_class singleton_method singleton_methods slice_after slice_before slice_when sort
  sort_by sum taint tainted? take take_while tally tap then to_a to_enum to_h to_hash to_json to_liquid to_s to_set
  to_yaml trust uniq untaint untrust untrusted? yield_self zip
`
    .trim()
    .split(/\s+/),
);
