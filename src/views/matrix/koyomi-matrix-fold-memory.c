#include "koyomi-matrix-fold-memory.h"

#define KEY "matrix-folded"

/* Of so many plans; the one that was changed longest ago is forgotten first. */
#define MOST_PLANS 20

/* @folded: (element-type gint64): gets the groups that were folded last */
void
koyomi_matrix_fold_memory_read (GSettings  *settings,
                                const char *path,
                                GHashTable *folded)
{
  g_autoptr(GVariant) plans = g_settings_get_value (settings, KEY);

  for (gsize i = 0; i < g_variant_n_children (plans); i++)
    {
      g_autoptr(GVariantIter) groups = NULL;
      g_autofree char *plan = NULL;
      gint64 group;

      g_variant_get_child (plans, i, "(^ayax)", &plan, &groups);
      while (g_str_equal (plan, path) && g_variant_iter_next (groups, "x", &group))
        g_hash_table_add (folded, g_memdup2 (&group, sizeof group));
    }
}

/* A plan without folded groups needs no memory. */
static void
add_plan (GVariantBuilder *builder,
          const char      *path,
          GHashTable      *folded)
{
  GHashTableIter iter;
  gpointer group;

  if (g_hash_table_size (folded) == 0)
    return;

  g_variant_builder_open (builder, G_VARIANT_TYPE ("(ayax)"));
  g_variant_builder_add (builder, "^ay", path);
  g_variant_builder_open (builder, G_VARIANT_TYPE ("ax"));
  g_hash_table_iter_init (&iter, folded);
  while (g_hash_table_iter_next (&iter, &group, NULL))
    g_variant_builder_add (builder, "x", *(gint64 *) group);
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

/* @folded: (element-type gint64) */
void
koyomi_matrix_fold_memory_write (GSettings  *settings,
                                 const char *path,
                                 GHashTable *folded)
{
  g_autoptr(GVariant) plans = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  gsize n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ayax)"));
  add_plan (&builder, path, folded);
  for (gsize i = 0; i < g_variant_n_children (plans) && n < MOST_PLANS; i++)
    {
      g_autoptr(GVariant) plan = g_variant_get_child_value (plans, i);
      g_autoptr(GVariant) name = g_variant_get_child_value (plan, 0);

      if (g_str_equal (g_variant_get_bytestring (name), path))
        continue;

      g_variant_builder_add_value (&builder, plan);
      n++;
    }

  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
