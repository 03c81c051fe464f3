#include "koyomi-run-selection.h"

#include <string.h>

struct _KoyomiRunSelection
{
  GObject  parent_instance;

  GArray  *runs;    /* (element-type gint64), in the order in which they were chosen */
  gint64   focus;   /* 0 for none */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRunSelection, koyomi_run_selection, G_TYPE_OBJECT)

static void
koyomi_run_selection_finalize (GObject *object)
{
  g_array_unref (KOYOMI_RUN_SELECTION (object)->runs);

  G_OBJECT_CLASS (koyomi_run_selection_parent_class)->finalize (object);
}

static void
koyomi_run_selection_class_init (KoyomiRunSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_run_selection_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_RUN_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
koyomi_run_selection_init (KoyomiRunSelection *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static int
find (KoyomiRunSelection *self,
      gint64              run)
{
  for (guint i = 0; i < self->runs->len; i++)
    if (g_array_index (self->runs, gint64, i) == run)
      return i;

  return -1;
}

static void
tell (KoyomiRunSelection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

KoyomiRunSelection *
koyomi_run_selection_new (void)
{
  return g_object_new (KOYOMI_TYPE_RUN_SELECTION, NULL);
}

guint
koyomi_run_selection_count (KoyomiRunSelection *self)
{
  g_return_val_if_fail (KOYOMI_IS_RUN_SELECTION (self), 0);

  return self->runs->len;
}

gboolean
koyomi_run_selection_has (KoyomiRunSelection *self,
                          gint64              run)
{
  g_return_val_if_fail (KOYOMI_IS_RUN_SELECTION (self), FALSE);

  return find (self, run) >= 0;
}

/* Returns: the run that the next command of one run is about; 0 when there is none */
gint64
koyomi_run_selection_get_focus (KoyomiRunSelection *self)
{
  g_return_val_if_fail (KOYOMI_IS_RUN_SELECTION (self), 0);

  return self->focus;
}

/* Returns: (transfer full) (element-type gint64): all that are chosen */
GArray *
koyomi_run_selection_list (KoyomiRunSelection *self)
{
  g_return_val_if_fail (KOYOMI_IS_RUN_SELECTION (self), NULL);

  return g_array_copy (self->runs);
}

/* Chooses that run and no other. */
void
koyomi_run_selection_choose (KoyomiRunSelection *self,
                             gint64              run)
{
  koyomi_run_selection_set (self, &run, 1, run);
}

/* Adds the run to those chosen, or takes it out. */
void
koyomi_run_selection_toggle (KoyomiRunSelection *self,
                             gint64              run)
{
  int index;

  g_return_if_fail (KOYOMI_IS_RUN_SELECTION (self));

  index = find (self, run);
  if (index < 0)
    {
      g_array_append_val (self->runs, run);
      self->focus = run;
    }
  else
    {
      g_array_remove_index (self->runs, index);
      self->focus = self->runs->len > 0 ? g_array_index (self->runs, gint64, self->runs->len - 1) : 0;
    }

  tell (self);
}

/* Chooses those runs and no others. */
void
koyomi_run_selection_set (KoyomiRunSelection *self,
                          const gint64       *runs,
                          guint               n_runs,
                          gint64              focus)
{
  g_return_if_fail (KOYOMI_IS_RUN_SELECTION (self));

  if (self->focus == focus && self->runs->len == n_runs &&
      (n_runs == 0 || memcmp (self->runs->data, runs, n_runs * sizeof *runs) == 0))
    return;

  g_array_set_size (self->runs, 0);
  if (n_runs > 0)
    g_array_append_vals (self->runs, runs, n_runs);
  self->focus = focus;
  tell (self);
}

/* The next command of one run is about @run, one of those chosen. */
void
koyomi_run_selection_set_focus (KoyomiRunSelection *self,
                                gint64              run)
{
  g_return_if_fail (KOYOMI_IS_RUN_SELECTION (self));

  if (self->focus == run || find (self, run) < 0)
    return;

  self->focus = run;
  tell (self);
}

void
koyomi_run_selection_clear (KoyomiRunSelection *self)
{
  koyomi_run_selection_set (self, NULL, 0, 0);
}
