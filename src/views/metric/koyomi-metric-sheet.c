#include "koyomi-metric-sheet.h"

#include "koyomi-day.h"
#include "koyomi-text-fold.h"

/* How long metrics are read in one go before the window has its turn, in microseconds. */
#define SLICE 8000

struct _KoyomiMetricSheet
{
  GObject            parent_instance;

  KoyomiWorkspace   *workspace;
  KoyomiFiscalYear   year;
  int                quarter;
  KoyomiMetricScale  scale;
  int                status;      /* -1 for any */
  int                kind;        /* -1 for either */
  char              *query;       /* folded */
  KoyomiMetricBook  *book;        /* NULL until it is read */
  GPtrArray         *limits;      /* (element-type KoyomiRecord): likewise */
  GPtrArray         *next;        /* (element-type KoyomiMetricLine): what is being read */
  GPtrArray         *lines;       /* (element-type KoyomiMetricLine): in the order of the metrics */
  GPtrArray         *shown;       /* (element-type KoyomiMetricLine): those that are wanted; not owned */
  guint              n_read;      /* metrics that were looked at */
  guint              source_id;
  gboolean           is_seen;
  gboolean           is_ready;
  gboolean           is_stale;    /* the plan has changed, or the time that is shown */
};

enum
{
  SIGNAL_LINES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiMetricSheet, koyomi_metric_sheet, G_TYPE_OBJECT)

static gboolean
is_wanted (KoyomiMetricSheet      *self,
           const KoyomiMetricLine *line)
{
  KoyomiRecord *metric = line->result->metric;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if ((self->status >= 0 && (int) line->result->status != self->status) ||
      (self->kind >= 0 && koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) != self->kind))
    return FALSE;

  text = g_strjoin (" ", koyomi_record_get_text (metric, KOYOMI_METRIC_CODE), koyomi_record_get_title (metric),
                    koyomi_record_get_text (metric, KOYOMI_METRIC_DATA), NULL);
  folded = koyomi_text_fold (text);

  return koyomi_text_matches (folded, self->query);
}

static void
choose (KoyomiMetricSheet *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->lines->len; i++)
    if (is_wanted (self, g_ptr_array_index (self->lines, i)))
      g_ptr_array_add (self->shown, g_ptr_array_index (self->lines, i));
  g_signal_emit (self, signals[SIGNAL_LINES], 0);
}

static void
fail (KoyomiMetricSheet *self,
      const GError      *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The KPIs could not be read")), error);
}

/* One metric. Returns: FALSE with an error */
static gboolean
read_next (KoyomiMetricSheet  *self,
           GError            **error)
{
  KoyomiRecord *metric = g_ptr_array_index (koyomi_metric_book_get_metrics (self->book), self->n_read++);
  KoyomiMetricLine *line;

  if (koyomi_metric_is_retired (metric, koyomi_fiscal_year_get_month_first (self->year, (self->quarter - 1) * 3)))
    return TRUE;

  if ((line = koyomi_metric_line_new (self->book, metric, self->limits, self->year, self->quarter, self->scale, koyomi_day_today (),
                                      error)) == NULL)
    return FALSE;
  g_ptr_array_add (self->next, line);

  return TRUE;
}

static gboolean
read_book (KoyomiMetricSheet  *self,
           GError            **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  g_clear_pointer (&self->limits, g_ptr_array_unref);

  return (self->limits = koyomi_session_list (session, KOYOMI_TABLE_METRIC_LIMIT, 0, 0, language, error)) != NULL &&
         (self->book = koyomi_session_load_metrics (session, koyomi_day_today (), language, error)) != NULL;
}

static void
finish (KoyomiMetricSheet *self)
{
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_unref (self->lines);
  self->lines = g_steal_pointer (&self->next);
  self->is_ready = TRUE;
  choose (self);
}

static gboolean
read_cb (gpointer data)
{
  KoyomiMetricSheet *self = data;
  gint64 until = g_get_monotonic_time () + SLICE;
  g_autoptr(GError) error = NULL;

  if (self->book == NULL && !read_book (self, &error))
    {
      self->source_id = 0;
      fail (self, error);
      return G_SOURCE_REMOVE;
    }

  while (self->n_read < koyomi_metric_book_get_metrics (self->book)->len)
    {
      if (g_get_monotonic_time () > until)
        return G_SOURCE_CONTINUE;
      if (!read_next (self, &error))
        {
          self->source_id = 0;
          fail (self, error);
          return G_SOURCE_REMOVE;
        }
    }

  self->source_id = 0;
  finish (self);

  return G_SOURCE_REMOVE;
}

/* Begins anew, as soon as somebody sees it. */
static void
read_anew (KoyomiMetricSheet *self)
{
  self->is_stale = TRUE;
  if (!self->is_seen)
    return;

  self->is_stale = FALSE;
  self->n_read = 0;
  g_clear_pointer (&self->next, g_ptr_array_unref);
  self->next = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_metric_line_free);
  if (self->source_id == 0)
    self->source_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, read_cb, self, NULL);
}

static void
plan_changed_cb (KoyomiMetricSheet *self)
{
  g_clear_pointer (&self->book, koyomi_metric_book_free);
  read_anew (self);
}

static void
koyomi_metric_sheet_dispose (GObject *object)
{
  KoyomiMetricSheet *self = KOYOMI_METRIC_SHEET (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_metric_sheet_parent_class)->dispose (object);
}

static void
koyomi_metric_sheet_finalize (GObject *object)
{
  KoyomiMetricSheet *self = KOYOMI_METRIC_SHEET (object);

  g_clear_pointer (&self->next, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->limits, g_ptr_array_unref);
  g_clear_pointer (&self->book, koyomi_metric_book_free);
  g_free (self->query);

  G_OBJECT_CLASS (koyomi_metric_sheet_parent_class)->finalize (object);
}

static void
koyomi_metric_sheet_class_init (KoyomiMetricSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_metric_sheet_finalize;

  signals[SIGNAL_LINES] = g_signal_new ("lines", KOYOMI_TYPE_METRIC_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_metric_sheet_init (KoyomiMetricSheet *self)
{
  self->status = self->kind = -1;
  self->query = g_strdup ("");
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_metric_line_free);
  self->shown = g_ptr_array_new ();
  self->is_stale = TRUE;
}

/* Of the quarter that today is in. */
KoyomiMetricSheet *
koyomi_metric_sheet_new (KoyomiWorkspace *workspace)
{
  KoyomiMetricSheet *self = g_object_new (KOYOMI_TYPE_METRIC_SHEET, NULL);
  guint32 today = koyomi_day_today ();

  self->workspace = g_object_ref (workspace);
  self->year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (workspace), today);
  self->quarter = koyomi_fiscal_year_get_quarter (self->year, today);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

KoyomiWorkspace *
koyomi_metric_sheet_get_workspace (KoyomiMetricSheet *self)
{
  return self->workspace;
}

void
koyomi_metric_sheet_set_seen (KoyomiMetricSheet *self,
                              gboolean           is_seen)
{
  self->is_seen = is_seen;
  if (is_seen && self->is_stale)
    read_anew (self);
}

/* Whether there are lines of any time yet. */
gboolean
koyomi_metric_sheet_is_ready (KoyomiMetricSheet *self)
{
  return self->is_ready;
}

KoyomiFiscalYear
koyomi_metric_sheet_get_year (KoyomiMetricSheet *self)
{
  return self->year;
}

/* Returns: 1 to 4 */
int
koyomi_metric_sheet_get_quarter (KoyomiMetricSheet *self)
{
  return self->quarter;
}

void
koyomi_metric_sheet_set_quarter (KoyomiMetricSheet *self,
                                 KoyomiFiscalYear   year,
                                 int                quarter)
{
  if (self->year.year == year.year && self->quarter == quarter)
    return;

  self->year = year;
  self->quarter = quarter;
  read_anew (self);
}

KoyomiMetricScale
koyomi_metric_sheet_get_scale (KoyomiMetricSheet *self)
{
  return self->scale;
}

void
koyomi_metric_sheet_set_scale (KoyomiMetricSheet *self,
                               KoyomiMetricScale  scale)
{
  if (self->scale == scale)
    return;

  self->scale = scale;
  read_anew (self);
}

/* Returns: a KoyomiMetricStatus; -1 for any */
int
koyomi_metric_sheet_get_status (KoyomiMetricSheet *self)
{
  return self->status;
}

void
koyomi_metric_sheet_set_status (KoyomiMetricSheet *self,
                                int                status)
{
  if (self->status == status)
    return;

  self->status = status;
  choose (self);
}

/* Returns: a KoyomiMetricKind; -1 for either */
int
koyomi_metric_sheet_get_kind (KoyomiMetricSheet *self)
{
  return self->kind;
}

void
koyomi_metric_sheet_set_kind (KoyomiMetricSheet *self,
                              int                kind)
{
  if (self->kind == kind)
    return;

  self->kind = kind;
  choose (self);
}

void
koyomi_metric_sheet_set_query (KoyomiMetricSheet *self,
                               const char        *query)
{
  g_autofree char *folded = koyomi_text_fold (query);

  if (g_str_equal (folded, self->query))
    return;

  g_free (self->query);
  self->query = g_steal_pointer (&folded);
  choose (self);
}

/* Returns: (transfer none) (element-type KoyomiMetricLine): of all metrics that are in use */
GPtrArray *
koyomi_metric_sheet_get_lines (KoyomiMetricSheet *self)
{
  return self->lines;
}

/* Returns: (transfer none) (element-type KoyomiMetricLine): those that the filter lets through */
GPtrArray *
koyomi_metric_sheet_get_shown (KoyomiMetricSheet *self)
{
  return self->shown;
}

/* Returns: (nullable) */
KoyomiMetricLine *
koyomi_metric_sheet_find (KoyomiMetricSheet *self,
                          gint64             metric)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      KoyomiMetricLine *line = g_ptr_array_index (self->lines, i);

      if (koyomi_record_get_id (line->result->metric) == metric)
        return line;
    }

  return NULL;
}

guint
koyomi_metric_sheet_count (KoyomiMetricSheet  *self,
                           KoyomiMetricStatus  status)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += ((KoyomiMetricLine *) g_ptr_array_index (self->lines, i))->result->status == status;

  return n;
}
