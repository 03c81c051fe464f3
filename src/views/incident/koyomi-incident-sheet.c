#include "koyomi-incident-sheet.h"

#include "koyomi-day.h"

struct _KoyomiIncidentSheet
{
  GObject               parent_instance;

  KoyomiWorkspace      *workspace;
  KoyomiCardChart      *chart;
  KoyomiIncidentBoard  *board;       /* all incidents of the plan; NULL when they could not be read */
  KoyomiIncidentFilter *filter;
  KoyomiIncidentLanes   lanes;
  KoyomiIncidentOrder  *order;
  KoyomiIncidentLayout *layout;      /* NULL while no board is shown */
  double                width;
  double                height;
  gint64                now;
  gint64                selected;    /* 0 for none */
  KoyomiIncidentPlace   last;        /* where it stood; who has its place now takes over when it is gone */
  gboolean              is_live;     /* somebody looks */
  gboolean              is_stale;    /* the plan has changed since the cards were read */
};

enum
{
  SIGNAL_LINES,
  SIGNAL_LAYOUT,
  SIGNAL_SELECTION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiIncidentSheet, koyomi_incident_sheet, G_TYPE_OBJECT)

/* Returns: the moment by the clock; on another day than today, where the program is told so, the same time of that day */
gint64
koyomi_incident_sheet_read_clock (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day;

  koyomi_day_get (koyomi_day_today (), &year, &month, &day);
  moment = g_date_time_new_local (year, month, day, g_date_time_get_hour (now), g_date_time_get_minute (now),
                                  g_date_time_get_seconds (now));

  return g_date_time_to_unix (moment) * 1000;
}

static void
arrange_cards (KoyomiIncidentSheet *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  g_clear_pointer (&self->layout, koyomi_incident_layout_free);
  if (self->width > 0)
    self->layout = koyomi_incident_layout_new (self->order, self->chart, self->width, self->height, self->now, language);
}

/* A card that is gone leaves the selection to the one that has its place now. */
static void
keep_selection (KoyomiIncidentSheet *self)
{
  const KoyomiIncidentCard *next = NULL;

  if (self->selected == 0 || koyomi_incident_order_find (self->order, self->selected, &self->last))
    return;

  for (; next == NULL && self->last.index >= 0; self->last.index--)
    next = koyomi_incident_order_get_card (self->order, self->last);
  self->last.index++;
  self->selected = next != NULL ? next->id : 0;
}

static void
order_cards (KoyomiIncidentSheet *self)
{
  gint64 selected = self->selected;

  g_clear_pointer (&self->layout, koyomi_incident_layout_free);
  g_clear_pointer (&self->order, koyomi_incident_order_free);
  self->order = koyomi_incident_order_new (self->board, self->filter, self->lanes, g_get_real_name (),
                                           koyomi_workspace_get_language (self->workspace));
  arrange_cards (self);
  keep_selection (self);
  g_signal_emit (self, signals[SIGNAL_LINES], 0);
  if (self->selected != selected)
    g_signal_emit (self, signals[SIGNAL_SELECTION], 0);
}

static void
load_board (KoyomiIncidentSheet *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiIncidentBoard *board;

  self->is_stale = FALSE;
  self->now = koyomi_incident_sheet_read_clock ();
  board = koyomi_session_load_incident_board (koyomi_workspace_get_session (self->workspace), self->now,
                                              koyomi_workspace_get_language (self->workspace), &error);
  if (board == NULL)
    {
      koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The incidents could not be read"), error);
      return;
    }

  /* What is arranged borrows from the board. */
  g_clear_pointer (&self->layout, koyomi_incident_layout_free);
  g_clear_pointer (&self->order, koyomi_incident_order_free);
  g_clear_pointer (&self->board, koyomi_incident_board_free);
  self->board = board;
  order_cards (self);
}

static void
plan_changed_cb (KoyomiIncidentSheet *self)
{
  self->is_stale = TRUE;
  if (self->is_live)
    load_board (self);
}

static void
koyomi_incident_sheet_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_INCIDENT_SHEET (object)->workspace);

  G_OBJECT_CLASS (koyomi_incident_sheet_parent_class)->dispose (object);
}

static void
koyomi_incident_sheet_finalize (GObject *object)
{
  KoyomiIncidentSheet *self = KOYOMI_INCIDENT_SHEET (object);

  g_clear_pointer (&self->layout, koyomi_incident_layout_free);
  g_clear_pointer (&self->order, koyomi_incident_order_free);
  koyomi_incident_filter_free (self->filter);
  g_clear_pointer (&self->board, koyomi_incident_board_free);
  g_clear_pointer (&self->chart, koyomi_card_chart_free);

  G_OBJECT_CLASS (koyomi_incident_sheet_parent_class)->finalize (object);
}

static guint
make_signal (const char *name)
{
  return g_signal_new (name, KOYOMI_TYPE_INCIDENT_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_incident_sheet_class_init (KoyomiIncidentSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_incident_sheet_finalize;

  signals[SIGNAL_LINES] = make_signal ("lines");
  signals[SIGNAL_LAYOUT] = make_signal ("layout");
  signals[SIGNAL_SELECTION] = make_signal ("selection");
}

static void
koyomi_incident_sheet_init (KoyomiIncidentSheet *self)
{
}

static void
restore (KoyomiIncidentSheet *self)
{
  GSettings *settings = koyomi_workspace_get_settings (self->workspace);
  g_autofree char *filter = g_settings_get_string (settings, "incident-filter");
  g_autofree char *lanes = g_settings_get_string (settings, "incident-lanes");

  self->filter = koyomi_incident_filter_parse (filter);
  koyomi_incident_lanes_from_nick (lanes, &self->lanes);
}

KoyomiIncidentSheet *
koyomi_incident_sheet_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentSheet *self = g_object_new (KOYOMI_TYPE_INCIDENT_SHEET, NULL);

  self->workspace = g_object_ref (workspace);
  self->chart = koyomi_card_chart_new (koyomi_workspace_get_language (workspace));
  restore (self);
  load_board (self);
  if (self->order == NULL)
    order_cards (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

KoyomiWorkspace *
koyomi_incident_sheet_get_workspace (KoyomiIncidentSheet *self)
{
  return self->workspace;
}

KoyomiLanguage
koyomi_incident_sheet_get_language (KoyomiIncidentSheet *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

gboolean
koyomi_incident_sheet_can_edit (KoyomiIncidentSheet *self)
{
  return koyomi_workspace_can_edit (self->workspace);
}

/* The moment as of which ages and limits are shown. */
gint64
koyomi_incident_sheet_get_now (KoyomiIncidentSheet *self)
{
  return self->now;
}

/* Returns: how many incidents the plan has, shown or not */
guint
koyomi_incident_sheet_count (KoyomiIncidentSheet *self)
{
  return self->board != NULL ? koyomi_incident_board_get_n_cards (self->board) : 0;
}

const KoyomiIncidentOrder *
koyomi_incident_sheet_get_order (KoyomiIncidentSheet *self)
{
  return self->order;
}

/* Returns: (nullable): NULL as long as no board has a size */
const KoyomiIncidentLayout *
koyomi_incident_sheet_get_layout (KoyomiIncidentSheet *self)
{
  return self->layout;
}

const KoyomiCardChart *
koyomi_incident_sheet_get_chart (KoyomiIncidentSheet *self)
{
  return self->chart;
}

/* Returns: (nullable): the incident's card, shown or not */
const KoyomiIncidentCard *
koyomi_incident_sheet_find (KoyomiIncidentSheet *self,
                            gint64               incident)
{
  return self->board != NULL ? koyomi_incident_board_find (self->board, incident) : NULL;
}

/* Returns: (nullable): all incidents, for what is reckoned from them */
const KoyomiIncidentBoard *
koyomi_incident_sheet_get_board (KoyomiIncidentSheet *self)
{
  return self->board;
}

/* Time passes: ages and limits are shown anew. */
void
koyomi_incident_sheet_tick (KoyomiIncidentSheet *self)
{
  load_board (self);
}

/* @live: whether anybody looks; else the plan is read only once somebody does */
void
koyomi_incident_sheet_set_live (KoyomiIncidentSheet *self,
                                gboolean             live)
{
  self->is_live = live;
  if (live && self->is_stale)
    load_board (self);
}

/* Shows what @other shows of the same plan. */
void
koyomi_incident_sheet_take_over (KoyomiIncidentSheet *self,
                                 KoyomiIncidentSheet *other)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_SHEET (self));
  g_return_if_fail (KOYOMI_IS_INCIDENT_SHEET (other));

  self->lanes = other->lanes;
  koyomi_incident_sheet_set_filter (self, other->filter);
  koyomi_incident_sheet_select (self, other->selected);
}

const KoyomiIncidentFilter *
koyomi_incident_sheet_get_filter (KoyomiIncidentSheet *self)
{
  return self->filter;
}

void
koyomi_incident_sheet_set_filter (KoyomiIncidentSheet        *self,
                                  const KoyomiIncidentFilter *filter)
{
  KoyomiIncidentFilter *copy = koyomi_incident_filter_copy (filter);
  g_autofree char *text = koyomi_incident_filter_format (copy);

  koyomi_incident_filter_free (self->filter);
  self->filter = copy;
  g_settings_set_string (koyomi_workspace_get_settings (self->workspace), "incident-filter", text);
  order_cards (self);
}

/* Whether all states are shown stays as it is. */
void
koyomi_incident_sheet_clear_filter (KoyomiIncidentSheet *self)
{
  g_autoptr(KoyomiIncidentFilter) filter = koyomi_incident_filter_new ();

  filter->all = self->filter->all;
  koyomi_incident_sheet_set_filter (self, filter);
}

void
koyomi_incident_sheet_set_all (KoyomiIncidentSheet *self,
                               gboolean             all)
{
  g_autoptr(KoyomiIncidentFilter) filter = NULL;

  if (self->filter->all == all)
    return;

  filter = koyomi_incident_filter_copy (self->filter);
  filter->all = all;
  koyomi_incident_sheet_set_filter (self, filter);
}

void
koyomi_incident_sheet_set_search (KoyomiIncidentSheet *self,
                                  const char          *search)
{
  g_autoptr(KoyomiIncidentFilter) filter = NULL;

  if (g_str_equal (self->filter->search, search))
    return;

  filter = koyomi_incident_filter_copy (self->filter);
  g_free (filter->search);
  filter->search = g_strdup (search);
  koyomi_incident_sheet_set_filter (self, filter);
}

KoyomiIncidentLanes
koyomi_incident_sheet_get_lanes (KoyomiIncidentSheet *self)
{
  return self->lanes;
}

void
koyomi_incident_sheet_set_lanes (KoyomiIncidentSheet *self,
                                 KoyomiIncidentLanes  lanes)
{
  if (self->lanes == lanes)
    return;

  self->lanes = lanes;
  g_settings_set_string (koyomi_workspace_get_settings (self->workspace), "incident-lanes", koyomi_incident_lanes_get_nick (lanes));
  order_cards (self);
}

void
koyomi_incident_sheet_set_style (KoyomiIncidentSheet *self,
                                 KoyomiChartPalette   palette,
                                 double               scale)
{
  if (self->chart->palette == palette && self->chart->scale == scale)
    return;

  self->chart->palette = palette;
  self->chart->scale = scale;
  arrange_cards (self);
  g_signal_emit (self, signals[SIGNAL_LAYOUT], 0);
}

/* Of the board's window. Whoever sets it lays out anew by itself. */
void
koyomi_incident_sheet_set_size (KoyomiIncidentSheet *self,
                                double               width,
                                double               height)
{
  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;
  arrange_cards (self);
}

/* Returns: the incident, or 0 */
gint64
koyomi_incident_sheet_get_selected (KoyomiIncidentSheet *self)
{
  return self->selected;
}

/* Returns: FALSE where nothing that is shown is selected */
gboolean
koyomi_incident_sheet_get_place (KoyomiIncidentSheet *self,
                                 KoyomiIncidentPlace *place)
{
  return self->selected != 0 && koyomi_incident_order_find (self->order, self->selected, place);
}

/* @incident: 0 for none */
void
koyomi_incident_sheet_select (KoyomiIncidentSheet *self,
                              gint64               incident)
{
  if (self->selected == incident)
    return;

  self->selected = incident;
  koyomi_incident_order_find (self->order, incident, &self->last);
  g_signal_emit (self, signals[SIGNAL_SELECTION], 0);
}

/* Selects an incident, and shows it whatever the filter is. */
void
koyomi_incident_sheet_reveal (KoyomiIncidentSheet *self,
                              gint64               incident)
{
  const KoyomiIncidentCard *card;
  KoyomiIncidentPlace place;

  /* What was opened right now the workspace tells of only later. */
  if (koyomi_incident_sheet_find (self, incident) == NULL)
    load_board (self);
  card = koyomi_incident_sheet_find (self, incident);
  if (card == NULL)
    return;

  if (!koyomi_incident_order_find (self->order, incident, &place))
    {
      g_autoptr(KoyomiIncidentFilter) filter = koyomi_incident_filter_copy (self->filter);

      filter->all |= !koyomi_incident_card_is_open (card);
      koyomi_incident_sheet_set_filter (self, filter);
    }
  if (!koyomi_incident_order_find (self->order, incident, &place))
    koyomi_incident_sheet_clear_filter (self);
  koyomi_incident_sheet_select (self, incident);
}
