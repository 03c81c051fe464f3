#include "koyomi-attention-row.h"

#include "koyomi-day.h"

#define HOUR (G_GINT64_CONSTANT (3600000))

/* Up to here what is left is told in hours. */
#define MAX_HOURS 72

struct _KoyomiAttentionRow
{
  GObject      parent_instance;

  GListStore  *runs;      /* of a heading; NULL for a run */
  gint64       run;       /* 0 for a report */
  gint64       incident;  /* of a report; 0 for a run */
  gint64       record;    /* of a deadline; 0 for anything else */
  guint        table;     /* its KoyomiTableId */
  char        *title;
  char        *place;     /* its function and who does it, or the incident */
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

/* By the clock on the wall: 2026-11-25 10:00, in 26 hours. */
static char *
describe_time (gint64          due_at,
               gint64          now,
               KoyomiLanguage  language)
{
  g_autofree char *time = koyomi_time_format_local (due_at);
  guint hours = ABS (due_at - now) / HOUR;
  guint days = hours / 24;

  if (due_at < now)
    {
      if (hours <= MAX_HOURS)
        /* Translators: %s is a time such as 2026-11-25 10:00, %u how long ago it was */
        return g_strdup_printf (koyomi_ntr (language, "%s, %u hour over", "%s, %u hours over", hours), time, hours);
      return g_strdup_printf (koyomi_ntr (language, "%s, %u day over", "%s, %u days over", days), time, days);
    }

  if (hours <= MAX_HOURS)
    /* Translators: %s is a time such as 2026-11-25 10:00, %u how long it is until then */
    return g_strdup_printf (koyomi_ntr (language, "%s, in %u hour", "%s, in %u hours", hours), time, hours);

  return g_strdup_printf (koyomi_ntr (language, "%s, in %u day", "%s, in %u days", days), time, days);
}

KoyomiAttentionRow *
koyomi_attention_row_new_report (const KoyomiOpenClock *open,
                                 gint64                 now,
                                 KoyomiLanguage         language)
{
  KoyomiAttentionRow *self = g_object_new (KOYOMI_TYPE_ATTENTION_ROW, NULL);

  self->incident = open->incident_id;
  self->title = koyomi_incident_clock_dup_title (open->clock, language);
  self->place = g_strdup_printf ("%s %s", open->number, open->title);
  self->due = open->clock->due_at != 0 ? describe_time (open->clock->due_at, now, language)
                                       : g_strdup (koyomi_tr (language, N_("As soon as possible")));
  self->state = open->clock->state == KOYOMI_CLOCK_STATE_LATE ? KOYOMI_STATE_LATE : KOYOMI_STATE_DUE_SOON;

  return self;
}

/* When the next drill is to be held, as the last one of its class says. */
KoyomiAttentionRow *
koyomi_attention_row_new_drill (const KoyomiNextDrill *drill,
                                guint32                today,
                                KoyomiLanguage         language)
{
  KoyomiAttentionRow *self = g_object_new (KOYOMI_TYPE_ATTENTION_ROW, NULL);

  self->incident = drill->incident;
  /* Translators: %s is the title of the drill before */
  self->title = g_strdup_printf (koyomi_tr (language, N_("Next drill after “%s”")), drill->title);
  self->place = g_strdup (drill->number);
  self->due = describe_due (drill->day, today, language);
  self->state = drill->is_late ? KOYOMI_STATE_LATE : KOYOMI_STATE_DUE_SOON;

  return self;
}

/* What is due of a row of the registers. */
KoyomiAttentionRow *
koyomi_attention_row_new_deadline (const KoyomiDeadline *deadline,
                                   guint32               today,
                                   KoyomiLanguage        language)
{
  KoyomiAttentionRow *self = g_object_new (KOYOMI_TYPE_ATTENTION_ROW, NULL);
  const char *kind = koyomi_deadline_kind_get_label (deadline->kind, language);

  self->record = deadline->id;
  self->table = deadline->table;
  self->title = g_strdup (deadline->title);
  self->place = *deadline->owner != '\0' ? g_strdup_printf ("%s · %s", kind, deadline->owner) : g_strdup (kind);
  self->due = describe_due (deadline->day, today, language);
  self->state = deadline->is_late ? KOYOMI_STATE_LATE : KOYOMI_STATE_DUE_SOON;

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

/* Returns: the key of the incident that must be reported; 0 for anything else */
gint64
koyomi_attention_row_get_incident (KoyomiAttentionRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), 0);

  return self->incident;
}

/* @table: (out): its table. Returns: the key of the row whose day it is; 0 for anything else */
gint64
koyomi_attention_row_get_record (KoyomiAttentionRow *self,
                                 guint              *table)
{
  g_return_val_if_fail (KOYOMI_IS_ATTENTION_ROW (self), 0);

  *table = self->table;

  return self->record;
}

/* Returns: the key of the run; 0 for anything else */
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

/* Returns: (nullable): the run's function and who does it, or the incident */
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
