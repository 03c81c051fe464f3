#include "koyomi-recent-plans.h"

#define KEY "recent-plans"
#define FORMAT "(^&ay&sx)"
#define MAX_PLANS 10

void
koyomi_recent_plan_free (KoyomiRecentPlan *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->organisation);
  g_free (self);
}

static KoyomiRecentPlan *
new_plan (const char *path,
          const char *organisation,
          gint64      opened)
{
  KoyomiRecentPlan *self = g_new0 (KoyomiRecentPlan, 1);

  self->path = g_strdup (path);
  self->organisation = g_strdup (organisation);
  self->opened = opened;

  return self;
}

/* Returns: (element-type KoyomiRecentPlan): the one opened last first */
GPtrArray *
koyomi_recent_plans_list (GSettings *settings)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_recent_plan_free);
  g_autoptr(GVariant) value = g_settings_get_value (settings, KEY);
  GVariantIter iter;
  const char *path, *organisation;
  gint64 opened;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, FORMAT, &path, &organisation, &opened))
    g_ptr_array_add (plans, new_plan (path, organisation, opened));

  return plans;
}

static void
save (GSettings *settings,
      GPtrArray *plans)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(aysx)"));
  for (guint i = 0; i < MIN (plans->len, MAX_PLANS); i++)
    {
      const KoyomiRecentPlan *plan = g_ptr_array_index (plans, i);

      g_variant_builder_add (&builder, "(^aysx)", plan->path, plan->organisation, plan->opened);
    }

  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

static void
drop (GPtrArray  *plans,
      const char *path)
{
  for (guint i = plans->len; i > 0; i--)
    if (g_str_equal (((const KoyomiRecentPlan *) g_ptr_array_index (plans, i - 1))->path, path))
      g_ptr_array_remove_index (plans, i - 1);
}

/* Puts a plan that is opened now before all others. */
void
koyomi_recent_plans_add (GSettings  *settings,
                         const char *path,
                         const char *organisation)
{
  g_autoptr(GPtrArray) plans = koyomi_recent_plans_list (settings);

  drop (plans, path);
  g_ptr_array_insert (plans, 0, new_plan (path, organisation, g_get_real_time () / 1000));
  save (settings, plans);
}

/* The file itself stays. */
void
koyomi_recent_plans_remove (GSettings  *settings,
                            const char *path)
{
  g_autoptr(GPtrArray) plans = koyomi_recent_plans_list (settings);

  drop (plans, path);
  save (settings, plans);
}
