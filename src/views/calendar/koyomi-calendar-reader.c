#include "koyomi-calendar-reader.h"

/* How long the rows out of sight may be read in one go. */
#define FILL_MICROSECONDS 3000

struct _KoyomiCalendarReader
{
  GObject           parent_instance;

  KoyomiWorkspace  *workspace;
  KoyomiFiscalYear  year;
  KoyomiCalendar   *calendar;    /* NULL when it could not be read */
  GHashTable       *filled;      /* (element-type KoyomiCalendarRow): rows whose runs are read */
  guint             next_fill;   /* the first row that may not be filled */
  guint             fill_id;
};

enum
{
  SIGNAL_RESIZED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiCalendarReader, koyomi_calendar_reader, G_TYPE_OBJECT)

static void
koyomi_calendar_reader_dispose (GObject *object)
{
  KoyomiCalendarReader *self = KOYOMI_CALENDAR_READER (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->calendar);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_calendar_reader_parent_class)->dispose (object);
}

static void
koyomi_calendar_reader_finalize (GObject *object)
{
  KoyomiCalendarReader *self = KOYOMI_CALENDAR_READER (object);

  g_hash_table_unref (self->filled);

  G_OBJECT_CLASS (koyomi_calendar_reader_parent_class)->finalize (object);
}

static guint
make_signal (const char *name)
{
  return g_signal_new (name, KOYOMI_TYPE_CALENDAR_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_calendar_reader_class_init (KoyomiCalendarReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_calendar_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_calendar_reader_finalize;

  signals[SIGNAL_RESIZED] = make_signal ("resized");
  signals[SIGNAL_DONE] = make_signal ("done");
}

static void
koyomi_calendar_reader_init (KoyomiCalendarReader *self)
{
  self->filled = g_hash_table_new (NULL, NULL);
}

static void
report_load_error (KoyomiCalendarReader *self,
                   const GError         *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The calendar could not be read"), error);
}

KoyomiCalendarReader *
koyomi_calendar_reader_new (KoyomiWorkspace *workspace)
{
  KoyomiCalendarReader *self = g_object_new (KOYOMI_TYPE_CALENDAR_READER, NULL);

  self->workspace = g_object_ref (workspace);

  return self;
}

/* Reads the rows of the year anew, without their runs. */
void
koyomi_calendar_reader_load (KoyomiCalendarReader *self,
                             KoyomiFiscalYear      year)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GError) error = NULL;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_hash_table_remove_all (self->filled);
  g_clear_object (&self->calendar);

  self->year = year;
  self->calendar = koyomi_session_load_calendar (session, year, language, FALSE, &error);
  if (self->calendar == NULL)
    report_load_error (self, error);
}

/* Returns: (transfer none) (nullable): the year; NULL when it could not be read */
KoyomiCalendar *
koyomi_calendar_reader_get_calendar (KoyomiCalendarReader *self)
{
  return self->calendar;
}

/* Reads the runs of the row, if they are not read. Returns: TRUE when the row has got more lanes or fewer */
gboolean
koyomi_calendar_reader_fill (KoyomiCalendarReader *self,
                             KoyomiCalendarRow    *row)
{
  guint n_lanes = row->n_lanes;
  g_autoptr(GError) error = NULL;

  if (!g_hash_table_add (self->filled, row))
    return FALSE;

  if (!koyomi_session_load_bars (koyomi_workspace_get_session (self->workspace), row,
                                 koyomi_fiscal_year_get_first_day (self->year), koyomi_fiscal_year_get_last_day (self->year),
                                 koyomi_workspace_get_language (self->workspace), &error))
    report_load_error (self, error);

  return row->n_lanes != n_lanes;
}

/* Reads the runs of all rows, now. */
void
koyomi_calendar_reader_fill_all (KoyomiCalendarReader *self)
{
  for (guint i = 0; self->calendar != NULL && i < self->calendar->rows->len; i++)
    koyomi_calendar_reader_fill (self, g_ptr_array_index (self->calendar->rows, i));

  g_clear_handle_id (&self->fill_id, g_source_remove);
}

static gboolean
fill_some_cb (gpointer data)
{
  KoyomiCalendarReader *self = data;
  GPtrArray *rows = self->calendar->rows;
  gint64 end = g_get_monotonic_time () + FILL_MICROSECONDS;
  gboolean resized = FALSE;

  while (self->next_fill < rows->len && g_get_monotonic_time () < end)
    resized |= koyomi_calendar_reader_fill (self, g_ptr_array_index (rows, self->next_fill++));

  if (resized)
    g_signal_emit (self, signals[SIGNAL_RESIZED], 0);

  if (self->next_fill < rows->len)
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  g_signal_emit (self, signals[SIGNAL_DONE], 0);

  return G_SOURCE_REMOVE;
}

/* Begins to read the runs of all rows bit by bit. */
void
koyomi_calendar_reader_start (KoyomiCalendarReader *self)
{
  self->next_fill = 0;
  if (self->calendar != NULL && self->fill_id == 0)
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_some_cb, self, NULL);
}

gboolean
koyomi_calendar_reader_is_running (KoyomiCalendarReader *self)
{
  return self->fill_id != 0;
}
