#include "koyomi-report-view.h"

#include "koyomi-auditor.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-error-dialog.h"
#include "koyomi-focus.h"
#include "koyomi-overview-card.h"
#include "koyomi-overview-popover.h"
#include "koyomi-report-issuing.h"
#include "koyomi-report-missing.h"
#include "koyomi-report-moments.h"
#include "koyomi-report-pages.h"
#include "koyomi-report-period.h"
#include "koyomi-report-printing.h"
#include "koyomi-report-reader.h"
#include "koyomi-report-saving.h"
#include "koyomi-report-subjects.h"
#include "koyomi-report-texts-window.h"
#include "koyomi-ui.h"
#include "koyomi-view-keys.h"

#include <adwaita.h>

/* So long after a change the report is made anew (ms): until then others often follow. */
#define DELAY 300

/* In which every report can be written from here; the same in all languages. */
#define FORMATS "Excel · PDF"

struct _KoyomiReportView
{
  GtkWidget               parent_instance;

  KoyomiWorkspace        *workspace;
  KoyomiReportReader     *reader;
  const KoyomiReportKind *kind;
  KoyomiReportPeriod      period;
  KoyomiLanguage          language;      /* of the report */
  GArray                 *seqs;          /* (element-type gint64): the entries of the bookmarks, in the order of the drop-down */
  gint64                  past;          /* the entry of the bookmark as of which it is told; 0 for now */
  guint                   n_offered;
  KoyomiReportPeriod      offered[KOYOMI_MOST_REPORT_PERIODS];
  GArray                 *subjects;      /* (element-type gint64): what the report can be about, in the order of the drop-down */
  gint64                  subject;       /* the one that it is about; 0 for none */
  gboolean                is_updating;
  guint                   read_id;       /* of the source that will have it made; 0 while none will */

  GtkWidget              *box;
  GtkWidget              *periods;
  GtkWidget              *subjects_drop;
  GtkWidget              *languages;
  GtkWidget              *texts_button;
  GtkWidget              *kinds;
  GPtrArray              *pills;         /* (element-type GtkLabel): what is missing, one a row of these */
  GtkWidget              *missing_label;
  GtkWidget              *missing_scrolled;
  GtkWidget              *missing;
  GtkWidget              *moments;
  GtkWidget              *compare_check;
  GtkWidget              *stack;
  GtkWidget              *empty_page;
  GtkWidget              *failed_page;
  GtkWidget              *failed_box;
  GtkWidget              *details;       /* of why there is no report; NULL while there is one */
  GtkWidget              *scrolled;
  GtkWidget              *page_label;
  GtkWidget              *spinner;
  GtkWidget              *pages;
  GtkWidget              *popover;       /* of what is missing and was asked for last; NULL before */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiReportView, box),
  KOYOMI_UI_CHILD (KoyomiReportView, periods),
  KOYOMI_UI_CHILD (KoyomiReportView, subjects_drop),
  KOYOMI_UI_CHILD (KoyomiReportView, languages),
  KOYOMI_UI_CHILD (KoyomiReportView, texts_button),
  KOYOMI_UI_CHILD (KoyomiReportView, kinds),
  KOYOMI_UI_CHILD (KoyomiReportView, missing_label),
  KOYOMI_UI_CHILD (KoyomiReportView, missing_scrolled),
  KOYOMI_UI_CHILD (KoyomiReportView, missing),
  KOYOMI_UI_CHILD (KoyomiReportView, moments),
  KOYOMI_UI_CHILD (KoyomiReportView, compare_check),
  KOYOMI_UI_CHILD (KoyomiReportView, stack),
  KOYOMI_UI_CHILD (KoyomiReportView, empty_page),
  KOYOMI_UI_CHILD (KoyomiReportView, failed_page),
  KOYOMI_UI_CHILD (KoyomiReportView, failed_box),
  KOYOMI_UI_CHILD (KoyomiReportView, scrolled),
  KOYOMI_UI_CHILD (KoyomiReportView, page_label),
  KOYOMI_UI_CHILD (KoyomiReportView, spinner),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiReportView, koyomi_report_view, GTK_TYPE_WIDGET)

static const char *tr (KoyomiReportView *self,
                       const char       *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiReportView *self,
    const char       *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static GtkWindow *
get_window (KoyomiReportView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static KoyomiReportWish
get_wish (KoyomiReportView *self)
{
  return (KoyomiReportWish) {
    .kind = self->kind,
    .options = {
      .year = koyomi_report_period_get_year (self->period, koyomi_workspace_get_session (self->workspace)),
      .quarter = self->period.quarter % 4 + 1, .month = self->period.month,
      .language = self->language, .subject = self->subject,
    },
    .past = self->past,
    .compares = self->kind->can_compare && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->compare_check)),
  };
}

/* Whether there is what the report is about. */
static gboolean
has_subject (KoyomiReportView *self)
{
  return self->kind->subject == KOYOMI_REPORT_SUBJECT_NONE || self->subject != 0;
}

static gboolean
read_cb (gpointer data)
{
  KoyomiReportView *self = data;
  const KoyomiReportWish wish = get_wish (self);

  self->read_id = 0;
  if (!has_subject (self))
    return G_SOURCE_REMOVE;

  gtk_spinner_start (GTK_SPINNER (self->spinner));
  koyomi_report_reader_read (self->reader, &wish);

  return G_SOURCE_REMOVE;
}

static void
read_after (KoyomiReportView *self,
            guint             delay)
{
  g_clear_handle_id (&self->read_id, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->read_id = g_timeout_add (delay, read_cb, self);
}

static void offer_periods (KoyomiReportView *self);
static void offer_subjects (KoyomiReportView *self);
static void offer_moments (KoyomiReportView *self);

/* What there is to be chosen may have changed as well: another quarter has begun, a report was issued. */
static void
offer_all (KoyomiReportView *self)
{
  offer_periods (self);
  offer_subjects (self);
  offer_moments (self);
}

static void
changed_cb (KoyomiReportView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    offer_all (self);
  read_after (self, DELAY);
}

/* What is missing leads to where it is entered. */

/* What a screen reader says of the report after its name. */
static void
describe_kind (KoyomiReportView       *self,
               GtkListBoxRow          *row,
               const KoyomiReportKind *kind,
               const char             *missing)
{
  g_autofree char *text = g_strjoin (", ", tr (self, kind->summary), FORMATS, missing, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* How much is missing is known of the one that is shown; @n: 0 where nothing is or it is not known yet */
static void
count_missing (KoyomiReportView *self,
               guint             n)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *text = g_strdup_printf (koyomi_ntr (language, "%u still missing", "%u still missing", n), n);
  g_autofree char *number = g_strdup_printf ("%u", n);

  for (guint i = 0; i < self->pills->len; i++)
    {
      GtkWidget *pill = g_ptr_array_index (self->pills, i);
      const KoyomiReportKind *kind = koyomi_report_kind_get (i);
      gboolean has_number = n > 0 && kind == self->kind;

      koyomi_pill_set (GTK_LABEL (pill), number, KOYOMI_PILL_SOON);
      gtk_widget_set_tooltip_text (pill, text);
      gtk_widget_set_visible (pill, has_number);
      describe_kind (self, gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->kinds), i), kind, has_number ? text : NULL);
    }
}

/* What is missing is not the work of an auditor, from whom texts that are drafts are hidden besides. */
static gboolean
tells_missing (KoyomiReportView *self)
{
  return !koyomi_session_is_for_auditor (koyomi_workspace_get_session (self->workspace));
}

static void
show_missing (KoyomiReportView *self)
{
  const KoyomiReportWish wish = get_wish (self);
  gboolean has_focus = gtk_widget_get_focus_child (self->missing) != NULL;
  gboolean tells = tells_missing (self);
  guint n = tells ? koyomi_report_missing_show (GTK_LIST_BOX (self->missing), self->workspace, &wish, koyomi_report_reader_get_gaps (self->reader)) : 0;

  gtk_widget_set_visible (self->missing_label, tells);
  gtk_widget_set_visible (self->missing_scrolled, n > 0);
  gtk_label_set_label (GTK_LABEL (self->missing_label), n > 0 ? tr (self, N_("△ Still missing")) : tr (self, N_("✓ Nothing is missing")));
  count_missing (self, n);
  if (has_focus && n == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_page_number (KoyomiReportView *self)
{
  KoyomiReportMade *made = koyomi_report_reader_get_made (self->reader);
  g_autofree char *text = NULL;

  if (made == NULL)
    return;

  text = g_strdup_printf (tr (self, N_("Page %u of %u")), koyomi_report_pages_get_page (KOYOMI_REPORT_PAGES (self->pages)) + 1,
                          made->n_pages);
  gtk_label_set_label (GTK_LABEL (self->page_label), text);
}

static void
update_actions (KoyomiReportView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_made = has_subject (self) && koyomi_report_reader_get_made (self->reader) != NULL;

  gtk_widget_action_set_enabled (widget, "report.write-xlsx", has_subject (self));
  gtk_widget_action_set_enabled (widget, "report.write-pdf", has_subject (self));
  gtk_widget_action_set_enabled (widget, "report.print", is_made);
  gtk_widget_action_set_enabled (widget, "report.issue", is_made && koyomi_workspace_can_edit (self->workspace));
  gtk_widget_action_set_enabled (widget, "report.texts", self->kind->n_parts > 0);
  gtk_widget_set_visible (self->texts_button, self->kind->n_parts > 0);
  gtk_widget_set_sensitive (self->compare_check, self->kind->can_compare);
  gtk_widget_set_visible (self->periods, self->kind->span != KOYOMI_REPORT_SPAN_MOMENT);
}

static void
made_cb (KoyomiReportView *self)
{
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  if (!has_subject (self))
    return;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
  koyomi_report_pages_show (KOYOMI_REPORT_PAGES (self->pages), koyomi_report_reader_get_made (self->reader));
  show_page_number (self);
  show_missing (self);
  update_actions (self);
}

static void
show_details (KoyomiReportView *self,
              const GError     *error)
{
  if (self->details != NULL)
    gtk_box_remove (GTK_BOX (self->failed_box), self->details);
  self->details = koyomi_error_details_create (koyomi_workspace_get_language (self->workspace), error);
  gtk_box_append (GTK_BOX (self->failed_box), self->details);
}

/* Why, on the page where the report would be: whatever changes, it is tried again, and no dialog asks to be closed each time. */
static void
failed_cb (KoyomiReportView *self,
           const GError     *error)
{
  g_autofree char *advice = koyomi_error_advise (error, koyomi_workspace_get_language (self->workspace));
  g_autofree char *markup = g_markup_escape_text (advice, -1);

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  if (!has_subject (self))
    return;

  adw_status_page_set_description (ADW_STATUS_PAGE (self->failed_page), markup);
  show_details (self, error);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failed");
  show_missing (self);
  update_actions (self);
}

/* The head: of when it tells, in which language, as of when. */

static void
offer_periods (KoyomiReportView *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  if (!self->kind->has_months)
    self->period.month = 0;
  self->n_offered = koyomi_report_period_list (self->period, self->kind, session, self->offered);
  for (guint i = 0; i < self->n_offered; i++)
    {
      g_autofree char *name = koyomi_report_period_format (self->offered[i], self->kind, session,
                                                           koyomi_workspace_get_language (self->workspace));

      if (self->offered[i].quarter == self->period.quarter && self->offered[i].month == self->period.month)
        selected = i;
      gtk_string_list_append (names, name);
    }
  self->period = self->offered[selected];
  self->is_updating = TRUE;
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->periods), names, selected);
  self->is_updating = FALSE;
}

static void
period_cb (KoyomiReportView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->periods));

  if (self->is_updating || selected >= self->n_offered)
    return;

  self->period = self->offered[selected];
  read_after (self, 0);
}

/* Where there is nothing yet that the report could be about, that is said in its place. */
static void
offer_subjects (KoyomiReportView *self)
{
  self->is_updating = TRUE;
  koyomi_report_subjects_offer (GTK_DROP_DOWN (self->subjects_drop), self->workspace, self->kind, self->subjects, self->subject);
  self->subject = koyomi_report_subjects_choose (GTK_DROP_DOWN (self->subjects_drop), self->subjects);
  self->is_updating = FALSE;
  update_actions (self);
  if (has_subject (self))
    {
      if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "empty") == 0)
        gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reading");
      return;
    }

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty_page), self->kind->subject == KOYOMI_REPORT_SUBJECT_DRILL
                                                                 ? tr (self, N_("No drills")) : tr (self, N_("No incidents")));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static void
subject_cb (KoyomiReportView *self)
{
  if (self->is_updating)
    return;

  self->subject = koyomi_report_subjects_choose (GTK_DROP_DOWN (self->subjects_drop), self->subjects);
  read_after (self, 0);
}

static void
language_cb (KoyomiReportView *self)
{
  if (self->is_updating)
    return;

  self->language = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->languages));
  read_after (self, 0);
}

static void
offer_moments (KoyomiReportView *self)
{
  self->is_updating = TRUE;
  koyomi_report_moments_offer (GTK_DROP_DOWN (self->moments), self->workspace, self->seqs, self->past);
  self->past = koyomi_report_moments_choose (GTK_DROP_DOWN (self->moments), self->seqs);
  self->is_updating = FALSE;
}

static void
moment_cb (KoyomiReportView *self)
{
  if (self->is_updating)
    return;

  self->past = koyomi_report_moments_choose (GTK_DROP_DOWN (self->moments), self->seqs);
  read_after (self, 0);
}

static void
compare_cb (KoyomiReportView *self)
{
  read_after (self, 0);
}

/* The reports. */

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_kind_texts (KoyomiReportView       *self,
                   const KoyomiReportKind *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *summary = make_label (tr (self, kind->summary), "caption");
  GtkWidget *formats = make_label (FORMATS, "caption");

  gtk_widget_add_css_class (summary, "dim-label");
  gtk_widget_add_css_class (formats, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (tr (self, kind->name), "heading"));
  gtk_box_append (GTK_BOX (box), summary);
  gtk_box_append (GTK_BOX (box), formats);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static void
add_kind_row (KoyomiReportView       *self,
              const KoyomiReportKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pill = gtk_label_new (NULL);

  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_set_visible (pill, FALSE);
  g_ptr_array_add (self->pills, pill);
  gtk_box_append (GTK_BOX (box), create_kind_texts (self, kind));
  gtk_box_append (GTK_BOX (box), pill);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, kind->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, tr (self, kind->name), -1);
  describe_kind (self, GTK_LIST_BOX_ROW (row), kind, NULL);
  gtk_list_box_append (GTK_LIST_BOX (self->kinds), row);
}

static void
kind_cb (KoyomiReportView *self,
         GtkListBoxRow    *row)
{
  const KoyomiReportKind *kind = row != NULL ? koyomi_report_kind_get (gtk_list_box_row_get_index (row)) : NULL;

  if (kind == NULL || kind == self->kind)
    return;

  self->kind = kind;
  count_missing (self, 0);
  offer_periods (self);
  offer_subjects (self);
  update_actions (self);
  read_after (self, 0);
}

static void
fill_kinds (KoyomiReportView *self)
{
  const KoyomiReportKind *kind;

  for (guint i = 0; (kind = koyomi_report_kind_get (i)) != NULL; i++)
    add_kind_row (self, kind);
}

/* @kind: its id; @period: the fiscal year times four and the quarter from 0; 0 leaves what is shown */
void
koyomi_report_view_choose (KoyomiReportView *self,
                           const char       *kind,
                           int               period)
{
  const KoyomiReportKind *other;

  g_return_if_fail (KOYOMI_IS_REPORT_VIEW (self));

  if (period != 0)
    self->period = (KoyomiReportPeriod) { period, 0 };
  for (guint i = 0; (other = koyomi_report_kind_get (i)) != NULL; i++)
    if (g_str_equal (other->id, kind))
      gtk_list_box_select_row (GTK_LIST_BOX (self->kinds), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->kinds), i));
  offer_periods (self);
  read_after (self, 0);
}

/* Actions. */

static void
write_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiReportView *self = KOYOMI_REPORT_VIEW (widget);
  const KoyomiReportWish wish = get_wish (self);

  koyomi_report_save (get_window (self), self->workspace, &wish,
                      g_str_equal (name, "report.write-pdf") ? KOYOMI_EXPORT_FORMAT_PDF : KOYOMI_EXPORT_FORMAT_XLSX);
}

static void
issue_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiReportView *self = KOYOMI_REPORT_VIEW (widget);
  const KoyomiReportWish wish = get_wish (self);

  koyomi_report_issue_present (get_window (self), self->workspace, &wish);
}

/* The pages that are seen, while another report is still being made. */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiReportView *self = KOYOMI_REPORT_VIEW (widget);
  KoyomiReportMade *made = koyomi_report_reader_get_made (self->reader);
  g_autofree char *title = koyomi_report_wish_describe (&made->wish, made->session, " ");

  koyomi_report_print (get_window (self), self->workspace, made, title);
}

static void
make_again_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  read_after (KOYOMI_REPORT_VIEW (widget), 0);
}

static void
texts_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiReportView *self = KOYOMI_REPORT_VIEW (widget);
  const KoyomiReportWish wish = get_wish (self);

  koyomi_report_texts_window_present (get_window (self), self->workspace, &wish, parameter != NULL ? g_variant_get_uint32 (parameter) : 0);
}

static void
show_rows (KoyomiReportView *self,
           const char       *title,
           GPtrArray        *rows)
{
  graphene_rect_t place;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = koyomi_overview_popover_new (title, rows);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (self->missing, GTK_WIDGET (self), &place))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { place.origin.x, place.origin.y, place.size.width,
                                                                               place.size.height });
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_RIGHT);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Several are offered by name; what the plan lacks as a whole is told, with what to do, by the readiness check. */
static void
show_gap_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KoyomiReportView *self = KOYOMI_REPORT_VIEW (widget);
  GPtrArray *gaps = koyomi_report_reader_get_gaps (self->reader);
  guint index = g_variant_get_uint32 (parameter);
  const KoyomiReportGap *gap = gaps != NULL && index < gaps->len ? g_ptr_array_index (gaps, index) : NULL;

  if (gap == NULL)
    return;

  if (gap->rows->len == 0)
    gtk_widget_activate_action (widget, "plan.readiness", NULL);
  else if (gap->rows->len == 1)
    {
      const KoyomiOverviewRow *row = g_ptr_array_index (gap->rows, 0);

      gtk_widget_activate_action (widget, "plan.show-record", "(ux)", (guint32) row->table, row->id);
    }
  else
    show_rows (self, gap->title, gap->rows);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiReportView *self = KOYOMI_REPORT_VIEW (widget);

  koyomi_report_pages_zoom (KOYOMI_REPORT_PAGES (self->pages),
                            g_str_equal (name, "report.zoom-in") ? 1 : g_str_equal (name, "report.zoom-out") ? -1 : 0);
}

static gboolean
koyomi_report_view_grab_focus (GtkWidget *widget)
{
  GtkListBox *kinds = GTK_LIST_BOX (KOYOMI_REPORT_VIEW (widget)->kinds);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (kinds);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
koyomi_report_view_map (GtkWidget *widget)
{
  KoyomiReportView *self = KOYOMI_REPORT_VIEW (widget);

  GTK_WIDGET_CLASS (koyomi_report_view_parent_class)->map (widget);

  offer_all (self);
  read_after (self, 0);
}

static void
koyomi_report_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&KOYOMI_REPORT_VIEW (widget)->read_id, g_source_remove);

  GTK_WIDGET_CLASS (koyomi_report_view_parent_class)->unmap (widget);
}

static void
koyomi_report_view_dispose (GObject *object)
{
  KoyomiReportView *self = KOYOMI_REPORT_VIEW (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->seqs, g_array_unref);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_clear_pointer (&self->pills, g_ptr_array_unref);
  g_clear_object (&self->reader);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_report_view_parent_class)->dispose (object);
}

static const KoyomiViewKey view_keys[] = {
  { GDK_KEY_e, GDK_CONTROL_MASK, "report.write-xlsx" },
  { GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "report.write-pdf" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "report.print" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "report.texts" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "report.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "report.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "report.zoom-fit" },
};

static void
koyomi_report_view_class_init (KoyomiReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_report_view_dispose;
  widget_class->map = koyomi_report_view_map;
  widget_class->unmap = koyomi_report_view_unmap;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_report_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "report.write-xlsx", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "report.write-pdf", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "report.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "report.make-again", NULL, make_again_action);
  gtk_widget_class_install_action (widget_class, "report.texts", NULL, texts_action);
  gtk_widget_class_install_action (widget_class, "report.write-text", "u", texts_action);
  gtk_widget_class_install_action (widget_class, "report.show-gap", "u", show_gap_action);
  gtk_widget_class_install_action (widget_class, "report.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "report.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "report.zoom-fit", NULL, zoom_action);
}

static void
koyomi_report_view_init (KoyomiReportView *self)
{
}

static void
connect_signals (KoyomiReportView *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  g_signal_connect_object (self->kinds, "row-selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->periods, "notify::selected", G_CALLBACK (period_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->subjects_drop, "notify::selected", G_CALLBACK (subject_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->languages, "notify::selected", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->moments, "notify::selected", G_CALLBACK (moment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare_check, "toggled", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (show_page_number), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_report_view_new (KoyomiWorkspace *workspace)
{
  KoyomiReportView *self = g_object_new (KOYOMI_TYPE_REPORT_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->reader = koyomi_report_reader_new (workspace);
  self->seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pills = g_ptr_array_new ();
  self->kind = koyomi_report_kind_get (0);
  self->period = koyomi_report_period_get_present (koyomi_workspace_get_session (workspace));
  self->language = koyomi_workspace_get_language (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_REPORT_VIEW, "koyomi-report-view", koyomi_workspace_get_language (workspace), children);
  self->pages = koyomi_report_pages_new (workspace);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->pages);
  koyomi_drop_down_let_shrink (GTK_DROP_DOWN (self->subjects_drop));
  fill_kinds (self);
  gtk_list_box_select_row (GTK_LIST_BOX (self->kinds), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->kinds), 0));
  offer_periods (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->languages), self->language);
  koyomi_focus_leave_by_tab (self->kinds);
  koyomi_focus_leave_by_tab (self->missing);
  koyomi_view_keys_attach (GTK_WIDGET (self), view_keys, G_N_ELEMENTS (view_keys));
  connect_signals (self);
  update_actions (self);

  return GTK_WIDGET (self);
}

/* Shows what @other shows of the same plan. A report that was wanted in another language than that of the window stays in it. */
void
koyomi_report_view_take_over (KoyomiReportView *self,
                              KoyomiReportView *other)
{
  g_return_if_fail (KOYOMI_IS_REPORT_VIEW (self) && KOYOMI_IS_REPORT_VIEW (other));

  self->period = other->period;
  self->subject = other->subject;
  self->past = other->past;
  self->is_updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->compare_check),
                               gtk_check_button_get_active (GTK_CHECK_BUTTON (other->compare_check)));
  self->is_updating = FALSE;
  if (other->language != koyomi_workspace_get_language (other->workspace))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->languages), other->language);
  koyomi_report_view_choose (self, other->kind->id, 0);
}
