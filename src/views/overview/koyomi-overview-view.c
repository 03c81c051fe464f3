#include "koyomi-overview-view.h"

#include "koyomi-auditor.h"
#include "koyomi-card-grid.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-figure-view.h"
#include "koyomi-ninety-days.h"
#include "koyomi-overview-figures.h"
#include "koyomi-overview-lists.h"
#include "koyomi-overview-popover.h"
#include "koyomi-ui.h"
#include "koyomi-variance-window.h"

#include <adwaita.h>

/* Of the four rings side by side. */
#define RINGS_WIDTH 448

struct _KoyomiOverviewView
{
  GtkWidget             parent_instance;

  KoyomiWorkspace      *workspace;
  KoyomiOverviewReader *reader;
  guint                 read_id;          /* of the source that will read; 0 while nothing is to be read */
  gboolean              wants_focus;      /* nothing had the focus when the page was first seen */
  gpointer              first_focus;      /* what then got it; never looked into */

  GtkWidget            *title;
  GtkWidget            *scrolled;
  KoyomiCardGrid       *grid;
  GtkWidget            *popover;          /* of the rows that were asked for last; NULL before */

  KoyomiOverviewCard   *plan;
  KoyomiFigureView     *rings;
  GtkWidget            *late_button;
  GtkWidget            *soon_button;
  GtkWidget            *variance_button;
  GtkLabel             *variance_label;
  KoyomiOverviewCard   *committee;
  GtkWidget            *committee_body;
  GtkLabel             *meeting_label;
  GtkLabel             *ready_label;
  GtkWidget            *agenda_button;
  KoyomiOverviewCard   *attention;
  KoyomiOverviewCard   *incidents;
  KoyomiOverviewCard   *audit;
  KoyomiOverviewCard   *ahead;
  KoyomiFigureView     *ninety_days;
  KoyomiOverviewCard   *progress;
  KoyomiDayEntry       *status_day;
  GtkLabel             *progress_label;
  KoyomiFigureView     *burn_up;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiOverviewView, title),
  KOYOMI_UI_CHILD (KoyomiOverviewView, scrolled),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiOverviewView, koyomi_overview_view, GTK_TYPE_WIDGET)

static const char *
tr (KoyomiOverviewView *self,
    const char         *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static KoyomiLanguage
get_language (KoyomiOverviewView *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static const KoyomiOverview *
get_overview (KoyomiOverviewView *self)
{
  return koyomi_overview_reader_get_overview (self->reader);
}

static void
show_title (KoyomiOverviewView   *self,
            const KoyomiOverview *overview)
{
  KoyomiRecord *plan = koyomi_session_get_plan (koyomi_workspace_get_session (self->workspace));
  g_autofree char *year = koyomi_fiscal_year_format (overview->year, get_language (self));
  /* Translators: a fiscal year, such as FY2026 */
  g_autofree char *title = g_strdup_printf (koyomi_tr (get_language (self), "%s plan"), year);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), tr (self, N_("Overview")));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), koyomi_record_get_text (plan, KOYOMI_PLAN_ORGANISATION));
  koyomi_overview_card_set_title (self->plan, title);
}

/* @text: (transfer full) */
static void
show_count (GtkWidget  *button,
            guint       n,
            char       *text,
            KoyomiPill  tone,
            const char *filter)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  koyomi_pill_set (GTK_LABEL (label), text, n > 0 ? tone : KOYOMI_PILL_GOOD);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", filter);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.show-calendar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_free (text);
}

static void
show_counts (KoyomiOverviewView   *self,
             const KoyomiOverview *overview)
{
  KoyomiLanguage language = get_language (self);
  guint n_late = overview->attention->late->len, n_soon = overview->attention->due_soon->len;
  g_autofree char *first_day = koyomi_day_format (overview->today);
  g_autofree char *last_day = koyomi_day_format (overview->today + KOYOMI_DUE_SOON_DAYS);
  g_autofree char *soon = g_strdup_printf ("state=planned,due-soon,doing due-from=%s due-to=%s", first_day, last_day);

  show_count (self->late_button, n_late, g_strdup_printf (koyomi_ntr (language, "%u overdue", "%u overdue", n_late), n_late), KOYOMI_PILL_LATE,
              "state=late");
  show_count (self->soon_button, n_soon, g_strdup_printf (koyomi_ntr (language, "%u due in 14 days", "%u due in 14 days", n_soon), n_soon),
              KOYOMI_PILL_SOON, soon);
}

static gboolean
has_runs (const KoyomiOverview *overview)
{
  guint n = 0;

  for (int i = 0; i < 4; i++)
    n += overview->quarters[i].n_runs;

  return n > 0;
}

static void
show_empty_plan (KoyomiOverviewView *self)
{
  if (koyomi_workspace_can_edit (self->workspace))
    koyomi_overview_card_set_empty (self->plan, tr (self, N_("The year has no activity yet. Draw one in the calendar, or bring in a plan that "
                                                             "you have as a table.")),
                                    tr (self, N_("_Import…")), "plan.import", NULL);
  else
    koyomi_overview_card_set_empty (self->plan, tr (self, N_("The year has no activity yet.")), NULL, NULL, NULL);
}

static void
show_plan (KoyomiOverviewView   *self,
           const KoyomiOverview *overview)
{
  gboolean any = has_runs (overview);

  koyomi_figure_view_take (self->rings, koyomi_overview_create_rings (overview, get_language (self)));
  show_counts (self, overview);
  koyomi_overview_card_begin (self->plan);
  gtk_widget_set_visible (koyomi_overview_card_get_body (self->plan), any);
  if (!any)
    show_empty_plan (self);
  koyomi_overview_card_end (self->plan);
}

static void
show_committee (KoyomiOverviewView   *self,
                const KoyomiOverview *overview)
{
  KoyomiLanguage language = get_language (self);
  const KoyomiNextMeeting *meeting = overview->attention->next_meeting;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autofree char *quarter = NULL;
  g_autofree char *ready = NULL;

  koyomi_overview_fill_lacks (self->committee, overview, self->workspace);
  gtk_widget_set_visible (self->committee_body, meeting != NULL);
  koyomi_overview_card_set_title (self->committee, meeting != NULL ? meeting->title : tr (self, N_("Next meeting")));
  if (meeting == NULL)
    return;

  day = koyomi_day_format (meeting->day);
  /* Translators: the day of a meeting, and how long it is until then */
  text = meeting->days_left == 0 ? g_strdup_printf (koyomi_tr (language, "%s · today"), day) :
         g_strdup_printf (koyomi_ntr (language, "%1$s · in %2$d day", "%1$s · in %2$d days", meeting->days_left), day, meeting->days_left);
  quarter = koyomi_fiscal_year_format_quarter (overview->lacks->year, overview->lacks->quarter, language);
  /* Translators: a quarter; how many parts of a report lack nothing, and how many it has */
  ready = g_strdup_printf (koyomi_tr (language, "Report on %1$s: %2$u of %3$u parts ready"), quarter,
                           koyomi_report_lacks_count_ready (overview->lacks), (guint) KOYOMI_N_LACKS);
  gtk_label_set_label (self->meeting_label, text);
  gtk_label_set_label (self->ready_label, ready);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->agenda_button), "x", meeting->meeting_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->agenda_button), "plan.show-meeting");
}

static void
show_audit (KoyomiOverviewView *self)
{
  gint64 verified_at;
  KoyomiLogState state = koyomi_overview_reader_get_log_state (self->reader, &verified_at);

  koyomi_overview_fill_audit (self->audit, get_overview (self), state, verified_at, get_language (self));
}

static void
show_ahead (KoyomiOverviewView   *self,
            const KoyomiOverview *overview)
{
  gboolean any = overview->ahead->len > 0;

  koyomi_overview_card_begin (self->ahead);
  gtk_widget_set_visible (koyomi_overview_card_get_body (self->ahead), any);
  koyomi_figure_view_take (self->ninety_days, koyomi_overview_create_ninety_days (overview, get_language (self)));
  if (!any)
    koyomi_overview_card_set_empty (self->ahead, tr (self, N_("Nothing is planned for the next ninety days.")),
                                    tr (self, N_("_Open the Calendar")), "plan.show-calendar", g_variant_new_string (""));
  koyomi_overview_card_end (self->ahead);
}

static GtkWidget *
get_focus (KoyomiOverviewView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Who opens a plan is on its page, not where the window begins while nothing is on the page yet. */
static void
take_first_focus (KoyomiOverviewView *self)
{
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)) && get_focus (self) == self->first_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
read_cb (KoyomiOverviewView *self)
{
  const KoyomiOverview *overview = get_overview (self);
  gboolean is_first = !gtk_widget_get_visible (GTK_WIDGET (self->grid));

  show_title (self, overview);
  show_plan (self, overview);
  show_committee (self, overview);
  koyomi_overview_fill_attention (self->attention, overview, get_language (self));
  koyomi_overview_fill_incidents (self->incidents, overview, get_language (self));
  show_audit (self);
  show_ahead (self, overview);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), TRUE);
  if (is_first)
    take_first_focus (self);
}

/* Returns: (transfer full): what the line of the day says, and what it is drawn from */
static char *
describe_progress (const KoyomiPlanProgress *progress,
                   KoyomiLanguage            language)
{
  g_autofree char *day = koyomi_day_format (progress->status_day);
  g_autofree char *log_day = NULL;
  /* Translators: a day; how many activities were done by then, and how many were due */
  g_autofree char *text = g_strdup_printf (koyomi_tr (language, "By %1$s: %2$u of %3$u activities that were due are done."), day,
                                           progress->n_done, progress->n_due);

  if (progress->is_from_history)
    return g_steal_pointer (&text);

  log_day = koyomi_day_format (progress->log_day);

  return g_strdup_printf (koyomi_tr (language, "%1$s The change log begins on %2$s; before that, the days entered in the plan tell."), text,
                          log_day);
}

static void
followed_cb (KoyomiOverviewView *self)
{
  const KoyomiPlanProgress *progress = koyomi_overview_reader_get_progress (self->reader);
  KoyomiLanguage language = get_language (self);
  g_autofree char *variance = koyomi_plan_progress_format_variance (progress, language);
  g_autofree char *text = describe_progress (progress, language);
  gboolean any = progress->due->len > 0;

  gtk_widget_set_visible (self->variance_button, variance != NULL || koyomi_workspace_can_edit (self->workspace));
  gtk_label_set_label (self->variance_label, variance != NULL ? variance : tr (self, N_("Set a baseline to see what moves…")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->variance_button), variance != NULL ? "overview.show-variance" : "plan.baselines");
  gtk_label_set_label (self->progress_label, text);
  koyomi_figure_view_take (self->burn_up, koyomi_overview_create_burn_up (progress, language));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), any);
  koyomi_day_entry_show_day (self->status_day, progress->status_day);
  show_audit (self);
}

static gboolean
read_in_passing_cb (gpointer data)
{
  KoyomiOverviewView *self = data;

  self->read_id = 0;
  koyomi_overview_reader_read (self->reader);

  return G_SOURCE_REMOVE;
}

static void
read_soon (KoyomiOverviewView *self)
{
  if (self->read_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->read_id = g_idle_add_full (G_PRIORITY_LOW, read_in_passing_cb, self, NULL);
}

/* The frame that is drawn now comes first. */
static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  KOYOMI_OVERVIEW_VIEW (widget)->first_focus = get_focus (KOYOMI_OVERVIEW_VIEW (widget));
  read_soon (KOYOMI_OVERVIEW_VIEW (widget));

  return G_SOURCE_REMOVE;
}

static void
koyomi_overview_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_overview_view_parent_class)->map (widget);

  KOYOMI_OVERVIEW_VIEW (widget)->wants_focus = get_focus (KOYOMI_OVERVIEW_VIEW (widget)) == NULL;
  gtk_widget_add_tick_callback (widget, first_frame_cb, NULL, NULL);
}

/* Onto what can be done first. */
static gboolean
koyomi_overview_view_grab_focus (GtkWidget *widget)
{
  KoyomiOverviewView *self = KOYOMI_OVERVIEW_VIEW (widget);
  gboolean is_filled = gtk_widget_get_visible (GTK_WIDGET (self->grid));

  return gtk_widget_child_focus (is_filled ? GTK_WIDGET (self->grid) : self->scrolled, GTK_DIR_TAB_FORWARD);
}

static void
show_rows_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiOverviewView *self = KOYOMI_OVERVIEW_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  g_autofree char *title = NULL;
  g_autoptr(GPtrArray) rows = koyomi_overview_list_rows (get_overview (self), g_variant_get_string (parameter, NULL), get_language (self), &title);
  graphene_rect_t place;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = koyomi_overview_popover_new (title, rows);
  gtk_widget_set_parent (self->popover, widget);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget) && gtk_widget_compute_bounds (focus, widget, &place))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { place.origin.x, place.origin.y, place.size.width,
                                                                                place.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_variance_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  KoyomiOverviewView *self = KOYOMI_OVERVIEW_VIEW (widget);
  const KoyomiPlanProgress *progress = koyomi_overview_reader_get_progress (self->reader);

  koyomi_variance_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, koyomi_record_get_id (progress->baseline));
}

/* To the next committee. */
static void
prepare_report_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  const KoyomiOverview *overview = get_overview (KOYOMI_OVERVIEW_VIEW (widget));
  const KoyomiReportLacks *lacks = overview->lacks;
  int period = lacks != NULL ? lacks->year.year * 4 + lacks->quarter - 1 : overview->year.year * 4 + overview->quarter - 1;

  gtk_widget_activate_action (widget, "plan.show-report", "(si)", "committee", period);
}

/* In the calendar: the runs that are due in the time. */
static void
show_due (KoyomiOverviewView *self,
          guint32             first_day,
          guint32             last_day)
{
  g_autofree char *from = koyomi_day_format (first_day);
  g_autofree char *to = koyomi_day_format (last_day);
  g_autofree char *filter = g_strdup_printf ("due-from=%s due-to=%s", from, to);

  gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-calendar", "s", filter);
}

static void
ring_activated_cb (KoyomiOverviewView *self,
                   guint               quarter)
{
  guint32 first_day = koyomi_fiscal_year_get_month_first (get_overview (self)->year, quarter * 3);

  show_due (self, first_day, koyomi_day_add_months (first_day, 3) - 1);
}

/* What had no room is shown by month. */
static void
ahead_activated_cb (KoyomiOverviewView *self,
                    guint               kind,
                    guint               column)
{
  const KoyomiOverview *overview = get_overview (self);
  const KoyomiAheadItem *item;

  if (kind == KOYOMI_AHEAD_MORE)
    {
      guint32 month = koyomi_day_add_months (koyomi_day_get_month_first (overview->today), column);

      show_due (self, month, koyomi_day_get_month_last (month));
      return;
    }

  item = g_ptr_array_index (overview->ahead, column);
  gtk_widget_activate_action (GTK_WIDGET (self), kind == KOYOMI_AHEAD_RUN ? "calendar.show-run" :
                              kind == KOYOMI_AHEAD_MEETING ? "plan.show-meeting" : "plan.show-incident", "x", item->id);
}

/* A day of the past or today. */
static gboolean
status_day_cb (KoyomiOverviewView *self,
               guint32             day)
{
  if (day > koyomi_day_today ())
    {
      koyomi_day_entry_set_message (self->status_day, tr (self, N_("The day has not come yet")));
      return FALSE;
    }

  koyomi_day_entry_set_message (self->status_day, NULL);
  koyomi_overview_reader_set_status_day (self->reader, day == koyomi_day_today () ? KOYOMI_DAY_NONE : day);

  return TRUE;
}

static void
koyomi_overview_view_dispose (GObject *object)
{
  KoyomiOverviewView *self = KOYOMI_OVERVIEW_VIEW (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->reader != NULL)
    g_object_run_dispose (G_OBJECT (self->reader));
  g_clear_object (&self->reader);
  koyomi_ui_clear (self, children);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_overview_view_parent_class)->dispose (object);
}

static void
koyomi_overview_view_class_init (KoyomiOverviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_overview_view_dispose;
  widget_class->map = koyomi_overview_view_map;
  widget_class->grab_focus = koyomi_overview_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "overview.show-rows", "s", show_rows_action);
  gtk_widget_class_install_action (widget_class, "overview.show-variance", NULL, show_variance_action);
  gtk_widget_class_install_action (widget_class, "overview.prepare-report", NULL, prepare_report_action);
}

static void
koyomi_overview_view_init (KoyomiOverviewView *self)
{
}

/* @title: translated */
static KoyomiOverviewCard *
add_card (KoyomiOverviewView *self,
          const char         *title,
          int                 span)
{
  GtkWidget *card = koyomi_overview_card_new (title);

  koyomi_card_grid_add (self->grid, card, span);

  return KOYOMI_OVERVIEW_CARD (card);
}

static KoyomiFigureView *
add_figure (KoyomiOverviewView *self,
            GtkWidget          *box,
            const char         *name)
{
  GtkWidget *figure = koyomi_figure_view_new (self->workspace, name);

  gtk_widget_set_hexpand (figure, TRUE);
  gtk_box_append (GTK_BOX (box), figure);

  return KOYOMI_FIGURE_VIEW (figure);
}

static GtkLabel *
add_label (GtkWidget  *parent,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  if (GTK_IS_BUTTON (parent))
    gtk_button_set_child (GTK_BUTTON (parent), label);
  else
    gtk_box_append (GTK_BOX (parent), label);

  return GTK_LABEL (label);
}

/* A number that opens its rows. */
static GtkWidget *
add_pill (GtkWidget *box)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "koyomi-pill-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
add_plan (KoyomiOverviewView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->plan = add_card (self, "", 2);
  self->rings = add_figure (self, box, tr (self, N_("Activities done by quarter")));
  koyomi_figure_view_set_least (self->rings, RINGS_WIDTH, 0);
  g_signal_connect_object (self->rings, "activated", G_CALLBACK (ring_activated_cb), self, G_CONNECT_SWAPPED);
  self->late_button = add_pill (side);
  self->soon_button = add_pill (side);
  self->variance_button = gtk_button_new ();
  self->variance_label = add_label (self->variance_button, "koyomi-jump");
  gtk_widget_add_css_class (self->variance_button, "flat");
  gtk_widget_set_halign (self->variance_button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (side), self->variance_button);
  gtk_box_append (GTK_BOX (box), side);
  gtk_box_append (GTK_BOX (koyomi_overview_card_get_body (self->plan)), box);
}

/* What a report still lacks, and that it is being prepared, is nothing to an auditor. */
static void
add_committee (KoyomiOverviewView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *report = gtk_button_new_with_mnemonic (tr (self, N_("_Prepare Report…")));
  gboolean prepares = !koyomi_session_is_for_auditor (koyomi_workspace_get_session (self->workspace));

  self->committee = add_card (self, tr (self, N_("Next meeting")), 1);
  self->committee_body = koyomi_overview_card_get_body (self->committee);
  self->meeting_label = add_label (self->committee_body, "title-2");
  self->ready_label = add_label (self->committee_body, "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->ready_label), prepares);
  self->agenda_button = gtk_button_new_with_mnemonic (tr (self, N_("_Agenda")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (report), "overview.prepare-report");
  gtk_widget_add_css_class (report, "suggested-action");
  gtk_widget_set_visible (report, prepares);
  gtk_box_append (GTK_BOX (buttons), report);
  gtk_box_append (GTK_BOX (buttons), self->agenda_button);
  gtk_box_append (GTK_BOX (self->committee_body), buttons);
  gtk_widget_add_css_class (GTK_WIDGET (self->committee), "koyomi-next");
}

static void
add_ahead (KoyomiOverviewView *self)
{
  self->ahead = add_card (self, tr (self, N_("Next ninety days")), 3);
  self->ninety_days = add_figure (self, koyomi_overview_card_get_body (self->ahead), tr (self, N_("Next ninety days")));
  g_signal_connect_object (self->ninety_days, "activated", G_CALLBACK (ahead_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
add_progress (KoyomiOverviewView *self)
{
  GtkWidget *body, *entry = koyomi_day_entry_new (tr (self, N_("_Status date")), get_language (self));

  self->progress = add_card (self, tr (self, N_("Progress of the plan")), 3);
  body = koyomi_overview_card_get_body (self->progress);
  self->status_day = KOYOMI_DAY_ENTRY (entry);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (body), entry);
  self->progress_label = add_label (body, "dim-label");
  self->burn_up = add_figure (self, body, tr (self, N_("Progress of the plan")));
  koyomi_figure_view_set_least (self->burn_up, 260, 260);
  g_signal_connect_object (entry, "commit", G_CALLBACK (status_day_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
}

static void
add_cards (KoyomiOverviewView *self)
{
  GtkWidget *grid = koyomi_card_grid_new ();

  self->grid = KOYOMI_CARD_GRID (grid);
  gtk_widget_set_visible (grid, FALSE);
  gtk_widget_add_css_class (grid, "koyomi-overview");
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  add_plan (self);
  add_committee (self);
  self->attention = add_card (self, tr (self, N_("Needs you")), 1);
  self->incidents = add_card (self, tr (self, N_("Open incidents")), 1);
  self->audit = add_card (self, tr (self, N_("Audit readiness")), 1);
  add_ahead (self);
  add_progress (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), grid);
}

GtkWidget *
koyomi_overview_view_new (KoyomiWorkspace *workspace)
{
  KoyomiOverviewView *self = g_object_new (KOYOMI_TYPE_OVERVIEW_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->reader = koyomi_overview_reader_new (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_OVERVIEW_VIEW, "koyomi-overview-view", koyomi_workspace_get_language (workspace), children);
  add_cards (self);
  g_signal_connect_object (self->reader, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "followed", G_CALLBACK (followed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (read_soon), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* The day of which progress is told. */
void
koyomi_overview_view_take_over (KoyomiOverviewView *self,
                                KoyomiOverviewView *other)
{
  g_return_if_fail (KOYOMI_IS_OVERVIEW_VIEW (self));
  g_return_if_fail (KOYOMI_IS_OVERVIEW_VIEW (other));

  koyomi_overview_reader_take_over (self->reader, other->reader);
}
