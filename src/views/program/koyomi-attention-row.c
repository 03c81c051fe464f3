#include "koyomi-attention-row.h"

#include "koyomi-day.h"

struct _KoyomiAttentionRow
{
  GObject      parent_instance;

  GListStore  *runs;      /* of a heading; NULL for a run */
  gint64       run;
  char        *title;
  char        *place;     /* its function and who does it */
  char        *due;       /* the day, and how far away that is */
  KoyomiState  state;
};

G_DEFINE_FINAL_TYPE (KoyomiAttentionRow, koyomi_attention_row, G_TYPE_OBJECT)

static void
koyomi_attention_row_finalize (GObject *object)
{
  KoyomiAttentionRow *self = KOYOMI_ATTENTION_ROW (object);

  g_clear_object (&self->runs);
  g_free (self->title);
  g_free (self->place);
  g_free (self->due);

  G_OBJECT_CLASS (koyomi_attention_row_parent_class)->finalize (object);
}

static void
koyomi_attention_row_class_init (KoyomiAttentionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_attention_row_finalize;
}

static void
koyomi_attention_row_init (KoyomiAttentionRow *self)
{
}

/* @title: translated */
KoyomiAttentionRow *
koyomi_attention_row_new_heading (const char *title)
{
  KoyomiAttentionRow *self = g_object_new (KOYOMI_TYPE_ATTENTION_ROW, NULL);

  self->title = g_strdup (title);
  self->runs = g_list_store_new (KOYOMI_TYPE_ATTENTION_ROW);

  return self;
}

static char *
describe_due (guint32         last_day,
              guint32         today,
              KoyomiLanguage  language)
{
  g_autofree char *day = koyomi_day_format (last_day);

  if (last_day == today)
    /* Translators: %s is today, such as 2026-09-10 */
    return g_strdup_printf (koyomi_tr (language, N_("%s, today")), day);

  if (last_day < today)
    /* Translators: %s is a day such as 2026-09-10, %u how long ago it was */
    return g_strdup_printf (koyomi_ntr (language, "%s, %u day over", "%s, %u days over", today - last_day), day, today - last_day);

  /* Translators: %s is a day such as 2026-09-10, %u how long it is until then */
  return g_strdup_printf (koyomi_ntr (language, "%s, in %u day", "%s, in %u days", last_day - today), day, last_day - today);
}

KoyomiAttentionRow *
koyomi_attention_row_new_run (const KoyomiAttentionItem *item,
                              guint32                    today,
                              KoyomiLanguage             language)
{
  KoyomiAttentionRow *self = g_object_new (KOYOMI_TYPE_ATTENTION_ROW, NULL);

  self->run = item->occurrence_id;
  self->title = g_strdup (item->title);
  self->place = *item->team != '\0' ? g_strdup_printf ("%s · %s", item->function, item->team) : g_strdup (item->function);
  self->due = describe_due (item->last_day, today, language);
  self->state = item->state;

  return self;
}

gboolean
koyomi_attention_row_is_heading (KoyomiAttentionRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), FALSE);

  return self->runs != NULL;
}

/* Returns: (transfer none) (nullable) (element-type KoyomiAttentionRow): what belongs to a heading */
GListStore *
koyomi_attention_row_get_runs (KoyomiAttentionRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), NULL);

  return self->runs;
}

/* Returns: the key of the run; 0 for a heading */
gint64
koyomi_attention_row_get_run (KoyomiAttentionRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), 0);

  return self->run;
}

const char *
koyomi_attention_row_get_title (KoyomiAttentionRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), NULL);

  return self->title;
}

/* Returns: (nullable): the run's function and who does it */
const char *
koyomi_attention_row_get_place (KoyomiAttentionRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), NULL);

  return self->place;
}

/* Returns: (nullable): such as “2026-09-10, 3 days over” */
const char *
koyomi_attention_row_get_due (KoyomiAttentionRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), NULL);

  return self->due;
}

KoyomiState
koyomi_attention_row_get_state (KoyomiAttentionRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), KOYOMI_STATE_PLANNED);

  return self->state;
}
