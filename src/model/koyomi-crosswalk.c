#include "koyomi-crosswalk.h"

typedef struct
{
  KoyomiRecord *function;
  KoyomiRecord *group;
  gint64        catalogue;
  guint         place;      /* among all functions: by catalogue, group and position */
  GPtrArray    *pairs;      /* (element-type Node): where pairs lead to or come from */
} Node;

struct _KoyomiCrosswalk
{
  GPtrArray  *functions;    /* (element-type KoyomiRecord), by place */
  GHashTable *nodes;        /* function id -> Node */
  GHashTable *bridges;      /* (element-type gint64[2]): catalogues between which pairs lead straight */
};

static void
free_node (Node *node)
{
  g_object_unref (node->function);
  g_object_unref (node->group);
  g_ptr_array_unref (node->pairs);
  g_free (node);
}

void
koyomi_crosswalk_free (KoyomiCrosswalk *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->functions);
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->bridges);
  g_free (self);
}

static Node *
find_node (const KoyomiCrosswalk *self,
           gint64                 function)
{
  return g_hash_table_lookup (self->nodes, &function);
}

static guint
hash_bridge (gconstpointer key)
{
  const gint64 *ends = key;

  return g_int64_hash (&ends[0]) * 31 + g_int64_hash (&ends[1]);
}

static gboolean
equal_bridges (gconstpointer a,
               gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return first[0] == second[0] && first[1] == second[1];
}

static gboolean
has_bridge (const KoyomiCrosswalk *self,
            gint64                 from,
            gint64                 to)
{
  gint64 ends[2] = { from, to };

  return g_hash_table_contains (self->bridges, ends);
}

static void
add_way (KoyomiCrosswalk *self,
         Node            *from,
         Node            *to)
{
  gint64 ends[2] = { from->catalogue, to->catalogue };

  if (from->catalogue == to->catalogue)
    return;

  if (!g_ptr_array_find (from->pairs, to, NULL))
    g_ptr_array_add (from->pairs, to);
  if (!has_bridge (self, ends[0], ends[1]))
    g_hash_table_add (self->bridges, g_memdup2 (ends, sizeof ends));
}

static int
compare_places_cb (gconstpointer a,
                   gconstpointer b)
{
  const Node *first = *(Node * const *) a;
  const Node *second = *(Node * const *) b;

  return (first->place > second->place) - (first->place < second->place);
}

static int
compare_nodes_cb (gconstpointer a,
                  gconstpointer b)
{
  const Node *first = *(Node * const *) a;
  const Node *second = *(Node * const *) b;
  const gint64 keys[][2] = {
    { first->catalogue, second->catalogue },
    { koyomi_record_get_int (first->group, KOYOMI_GROUP_POSITION), koyomi_record_get_int (second->group, KOYOMI_GROUP_POSITION) },
    { koyomi_record_get_id (first->group), koyomi_record_get_id (second->group) },
    { koyomi_record_get_int (first->function, KOYOMI_FUNCTION_POSITION),
      koyomi_record_get_int (second->function, KOYOMI_FUNCTION_POSITION) },
    { koyomi_record_get_id (first->function), koyomi_record_get_id (second->function) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;

  return 0;
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (records, i));

      g_hash_table_insert (index, g_memdup2 (&id, sizeof id), g_ptr_array_index (records, i));
    }

  return index;
}

static void
add_functions (KoyomiCrosswalk *self,
               GPtrArray       *groups,
               GPtrArray       *functions)
{
  g_autoptr(GHashTable) groups_by_id = index_records (groups);
  g_autoptr(GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (functions, i);
      gint64 id = koyomi_record_get_id (function);
      gint64 group_id = koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP);
      KoyomiRecord *group = g_hash_table_lookup (groups_by_id, &group_id);
      Node *node;

      if (group == NULL)
        continue;

      node = g_new0 (Node, 1);
      node->function = g_object_ref (function);
      node->group = g_object_ref (group);
      node->catalogue = koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE);
      node->pairs = g_ptr_array_new ();
      g_hash_table_insert (self->nodes, g_memdup2 (&id, sizeof id), node);
      g_ptr_array_add (nodes, node);
    }

  g_ptr_array_sort (nodes, compare_nodes_cb);
  for (guint i = 0; i < nodes->len; i++)
    {
      Node *node = g_ptr_array_index (nodes, i);

      node->place = i;
      g_ptr_array_add (self->functions, g_object_ref (node->function));
    }
}

/**
 * koyomi_crosswalk_new:
 * @groups: (element-type KoyomiRecord): all groups of functions
 * @functions: (element-type KoyomiRecord): all functions
 * @pairs: (element-type KoyomiRecord): the rows of the table of crosswalks
 */
KoyomiCrosswalk *
koyomi_crosswalk_new (GPtrArray *groups,
                      GPtrArray *functions,
                      GPtrArray *pairs)
{
  KoyomiCrosswalk *self = g_new0 (KoyomiCrosswalk, 1);

  self->functions = g_ptr_array_new_with_free_func (g_object_unref);
  self->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) free_node);
  self->bridges = g_hash_table_new_full (hash_bridge, equal_bridges, g_free, NULL);
  add_functions (self, groups, functions);

  for (guint i = 0; i < pairs->len; i++)
    {
      KoyomiRecord *pair = g_ptr_array_index (pairs, i);
      Node *from = find_node (self, koyomi_record_get_int (pair, KOYOMI_CROSSWALK_FROM_FUNCTION));
      Node *to = find_node (self, koyomi_record_get_int (pair, KOYOMI_CROSSWALK_TO_FUNCTION));

      if (from == NULL || to == NULL)
        continue;

      add_way (self, from, to);
      add_way (self, to, from);
    }

  return self;
}

/* Returns: (transfer none) (element-type KoyomiRecord): the functions of all catalogues, each catalogue's in their order */
GPtrArray *
koyomi_crosswalk_get_functions (const KoyomiCrosswalk *self)
{
  return self->functions;
}

KoyomiRecord *
koyomi_crosswalk_get_group (const KoyomiCrosswalk *self,
                            KoyomiRecord          *function)
{
  Node *node = find_node (self, koyomi_record_get_id (function));

  return node != NULL ? node->group : NULL;
}

/* Returns: the key of the catalogue, or 0 of a function that is unknown */
gint64
koyomi_crosswalk_get_catalogue (const KoyomiCrosswalk *self,
                                KoyomiRecord          *function)
{
  Node *node = find_node (self, koyomi_record_get_id (function));

  return node != NULL ? node->catalogue : 0;
}

/* Whether any pair leads straight from the one catalogue to the other. */
gboolean
koyomi_crosswalk_leads (const KoyomiCrosswalk *self,
                        gint64                 from_catalogue,
                        gint64                 to_catalogue)
{
  return has_bridge (self, from_catalogue, to_catalogue);
}

static void
gather (Node      *node,
        gint64     catalogue,
        GPtrArray *found)
{
  for (guint i = 0; i < node->pairs->len; i++)
    {
      Node *other = g_ptr_array_index (node->pairs, i);

      if (other->catalogue == catalogue && !g_ptr_array_find (found, other, NULL))
        g_ptr_array_add (found, other);
    }
}

/* Over the catalogues that lead on to the one that is wanted. */
static void
gather_over_others (const KoyomiCrosswalk *self,
                    Node                  *node,
                    gint64                 catalogue,
                    GPtrArray             *found)
{
  for (guint i = 0; i < node->pairs->len; i++)
    gather (g_ptr_array_index (node->pairs, i), catalogue, found);
}

/**
 * koyomi_crosswalk_list_counterparts:
 * @catalogue: another one than that of @function
 *
 * Returns: (transfer full) (element-type KoyomiRecord): the functions of @catalogue that do what @function does, in their order
 */
GPtrArray *
koyomi_crosswalk_list_counterparts (const KoyomiCrosswalk *self,
                                    gint64                 function,
                                    gint64                 catalogue)
{
  GPtrArray *functions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  Node *node = find_node (self, function);

  if (node == NULL || node->catalogue == catalogue)
    return functions;

  if (has_bridge (self, node->catalogue, catalogue))
    gather (node, catalogue, found);
  else
    gather_over_others (self, node, catalogue, found);

  g_ptr_array_sort (found, compare_places_cb);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (functions, g_object_ref (((Node *) g_ptr_array_index (found, i))->function));

  return functions;
}

/* Returns: (transfer full) (element-type KoyomiRecord): the functions of @from_catalogue without any counterpart in @to_catalogue, in
 *   their order. Those no longer used do not count. */
GPtrArray *
koyomi_crosswalk_list_unmapped (const KoyomiCrosswalk *self,
                                gint64                 from_catalogue,
                                gint64                 to_catalogue)
{
  GPtrArray *unmapped = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (self->functions, i);
      g_autoptr(GPtrArray) counterparts = NULL;

      if (koyomi_crosswalk_get_catalogue (self, function) != from_catalogue ||
          koyomi_record_get_int (function, KOYOMI_FUNCTION_RETIRED))
        continue;

      counterparts = koyomi_crosswalk_list_counterparts (self, koyomi_record_get_id (function), to_catalogue);
      if (counterparts->len == 0)
        g_ptr_array_add (unmapped, g_object_ref (function));
    }

  return unmapped;
}
