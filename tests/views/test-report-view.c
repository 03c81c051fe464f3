#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-report-gaps.h"
#include "koyomi-report-made.h"
#include "koyomi-report-page.h"
#include "koyomi-report-pages.h"
#include "koyomi-report-saving.h"
#include "koyomi-report-subject.h"
#include "koyomi-report-text.h"
#include "koyomi-report-texts-window.h"
#include "koyomi-report-view.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"
#include "koyomi-xlsx-reader.h"

#include <adwaita.h>
#include <string.h>

/* The reports of the sample company. */

typedef struct
{
  KoyomiTestWindow  test;
  KoyomiSession    *session;
  GtkWindow        *window;
  GtkWidget        *view;
} Fixture;

static KoyomiApplication *application;

static gboolean
is_called (gpointer    widget,
           const char *name)
{
  char *difference = gtk_test_accessible_check_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gboolean is_so = difference == NULL;

  g_free (difference);

  return is_so;
}

/* Returns: one of that type with that name for screen readers */
static gpointer
find_called (Fixture    *self,
             GType       type,
             const char *name)
{
  g_autoptr(GPtrArray) widgets = koyomi_test_dialog_list (self->view, type);

  for (guint i = 0; i < widgets->len; i++)
    if (is_called (g_ptr_array_index (widgets, i), name))
      return g_ptr_array_index (widgets, i);

  g_error ("nothing is called %s", name);
}

static GtkListBox *
find_list (Fixture    *self,
           const char *row)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (self->view, GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (is_called (g_ptr_array_index (rows, i), row))
      return GTK_LIST_BOX (gtk_widget_get_parent (g_ptr_array_index (rows, i)));

  return NULL;
}

/* The section of the committee's report that the sample says nothing of. */
static const KoyomiReportPart *
get_unwritten (void)
{
  const KoyomiReportKind *kind = koyomi_report_kind_find ("committee");

  return &kind->parts[kind->n_parts - 1];
}

static guint
count_pages (Fixture *self)
{
  return koyomi_test_widget_count (self->view, KOYOMI_TYPE_REPORT_PAGE);
}

/* The pages that are shown give way to those of another report. */
static void
wait_made (Fixture *self)
{
  GtkWidget *page = koyomi_test_widget_find (self->view, KOYOMI_TYPE_REPORT_PAGE);

  if (page != NULL)
    g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  while (page != NULL || count_pages (self) == 0)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* The first ones: they may be there as soon as the window is. */
static void
wait_first_made (Fixture *self)
{
  while (count_pages (self) == 0)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
begin (Fixture *self,
       void   (*open) (KoyomiTestWindow *))
{
  g_settings_set_string (koyomi_application_get_settings (application), "last-view", "reports");
  open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  self->view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_REPORT_VIEW);
  wait_first_made (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  begin (self, koyomi_test_window_open);
}

static void
set_up_read (Fixture       *self,
             gconstpointer  data)
{
  begin (self, koyomi_test_window_open_to_read);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
  g_settings_reset (koyomi_application_get_settings (application), "last-view");
}

static void
choose (Fixture    *self,
        const char *kind)
{
  koyomi_report_view_choose (KOYOMI_REPORT_VIEW (self->view), kind, 0);
  wait_made (self);
}

static KoyomiReportWish
get_present (Fixture    *self,
             const char *kind)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, koyomi_day_today ());
  KoyomiReportWish wish = {
    .kind = koyomi_report_kind_find (kind),
    .options = { .year = year, .quarter = koyomi_fiscal_year_get_quarter (year, koyomi_day_today ()), .language = KOYOMI_LANGUAGE_EN },
  };

  if (wish.kind->subject != KOYOMI_REPORT_SUBJECT_NONE)
    {
      g_autoptr(GPtrArray) subjects = koyomi_report_list_subjects (self->session, wish.kind, KOYOMI_LANGUAGE_EN, NULL);

      wish.options.subject = koyomi_record_get_id (g_ptr_array_index (subjects, 0));
    }

  return wish;
}

/* All that the registry has, and what is shown is what would be written. */
static void
test_kinds (Fixture       *self,
            gconstpointer  data)
{
  const KoyomiReportKind *kind;

  for (guint i = 0; (kind = koyomi_report_kind_get (i)) != NULL; i++)
    {
      const KoyomiReportWish wish = get_present (self, kind->id);
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiSession) copy = koyomi_session_copy (self->session, NULL, &error);
      g_autoptr(KoyomiReportMade) made = koyomi_report_make (copy, &wish, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (find_list (self, kind->name));
      choose (self, kind->id);
      g_assert_cmpuint (count_pages (self), ==, made->n_pages);
    }
}

/* Every report can be written in either form and language. */
static void
test_files (Fixture       *self,
            gconstpointer  data)
{
  static const char *const heads[] = { [KOYOMI_EXPORT_FORMAT_XLSX] = "PK", [KOYOMI_EXPORT_FORMAT_PDF] = "%PDF-" };
  g_autofree char *path = g_strconcat (self->test.path, ".report", NULL);
  const KoyomiReportKind *kind;

  for (guint i = 0; (kind = koyomi_report_kind_get (i)) != NULL; i++)
    for (KoyomiLanguage language = KOYOMI_LANGUAGE_JA; language <= KOYOMI_LANGUAGE_EN; language++)
      {
        KoyomiReportWish wish = get_present (self, kind->id);
        g_autoptr(GError) error = NULL;
        g_autoptr(KoyomiReportMade) made = NULL;

        wish.options.language = language;
        made = koyomi_report_make (self->session, &wish, NULL, &error);
        g_assert_no_error (error);
        for (guint format = 0; format < G_N_ELEMENTS (heads); format++)
          {
            g_autofree char *bytes = NULL;

            g_assert_true (koyomi_report_write (made->report, format, 0, path, NULL, NULL, NULL, &error));
            g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
            g_assert_true (g_str_has_prefix (bytes, heads[format]));
          }
      }
}

/* What is shown is written to the file that is chosen. */
static void
test_saving (Fixture       *self,
             gconstpointer  data)
{
  static const char *const actions[] = { "report.write-xlsx", "report.write-pdf" };
  static const char *const ends[] = { ".xlsx", ".pdf" };
  const KoyomiReportWish wish = get_present (self, "committee");
  g_autofree char *described = koyomi_report_wish_describe (&wish, self->session, "-");
  g_autofree char *folder = g_path_get_dirname (self->test.path);

  g_strdelimit (described, " ", '-');
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strconcat (described, ends[i], NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (gtk_widget_activate_action (self->view, actions[i], NULL));
      koyomi_test_dialog_choose (self->window, folder, NULL);
      while (!g_file_test (path, G_FILE_TEST_EXISTS) || koyomi_test_dialog_find (self->window) != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
find_line (const KoyomiSheetRow  *row,
           gpointer               data,
           GError               **error)
{
  const char **line = data;

  for (guint i = 0; i < row->n_cells && *line != NULL; i++)
    if (row->cells[i].text != NULL && g_str_has_prefix (row->cells[i].text, *line))
      *line = NULL;

  return TRUE;
}

static gboolean
has_line (Fixture                *self,
          const KoyomiReportWish *wish,
          const char             *line)
{
  g_autofree char *path = g_strconcat (self->test.path, ".xlsx", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiReportMade) made = koyomi_report_make (self->session, wish, NULL, &error);
  g_autoptr(KoyomiXlsxReader) reader = NULL;

  g_assert_no_error (error);
  g_assert_true (koyomi_report_write (made->report, KOYOMI_EXPORT_FORMAT_XLSX, 0, path, NULL, NULL, NULL, &error));
  reader = koyomi_xlsx_reader_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < koyomi_xlsx_reader_get_n_sheets (reader) && line != NULL; i++)
    g_assert_true (koyomi_xlsx_reader_read (reader, i, find_line, &line, NULL, NULL, NULL, NULL, &error));

  return line == NULL;
}

/* What is chosen seldom is behind a button. */
static gpointer
find_seldom (Fixture    *self,
             GType       type,
             const char *name)
{
  gtk_menu_button_popup (find_called (self, GTK_TYPE_MENU_BUTTON, "How the report is told"));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));

  return find_called (self, type, name);
}

/* Where the plan is younger than the end of last quarter, that is said. */
static void
test_comparison (Fixture       *self,
                 gconstpointer  data)
{
  KoyomiReportWish wish = get_present (self, "committee");
  GtkCheckButton *check = find_seldom (self, GTK_TYPE_CHECK_BUTTON, "Mark what has changed since the end of last quarter");

  g_assert_false (has_line (self, &wish, "Compared with nothing"));
  wish.compares = TRUE;
  g_assert_true (has_line (self, &wish, "Compared with nothing"));
  gtk_check_button_set_active (check, TRUE);
  wait_made (self);
  gtk_check_button_set_active (check, FALSE);
  wait_made (self);
}

/* A quarter later, what was noted in the one before is not compared with the end of that. */
static void
test_past_comparison (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, NULL);
  guint32 today = koyomi_day_today ();
  KoyomiReportWish wish;

  koyomi_test_window_mark_done (&self->test);
  koyomi_day_set_today (koyomi_day_new (2027, 2, 10));
  wish = get_present (self, "committee");
  wish.compares = TRUE;
  g_assert_true (has_line (self, &wish, "Compared with the plan as of"));
  wish.past = head->seq;
  g_assert_true (has_line (self, &wish, "Compared with nothing"));
  koyomi_day_set_today (today);
}

/* As of a moment that was noted nothing is missing but texts. */
static void
test_moment (Fixture       *self,
             gconstpointer  data)
{
  const KoyomiReportKind *kind = koyomi_report_kind_find ("committee");
  GtkDropDown *moments = find_seldom (self, GTK_TYPE_DROP_DOWN, "Plan that the report is made from");
  g_autofree char *unwritten = g_strdup_printf ("No text: %s", get_unwritten ()->title);
  g_autoptr(GPtrArray) missing = NULL;
  g_autoptr(GError) error = NULL;
  guint n_texts = 0;

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (moments)), ==, 1);
  g_assert_true (koyomi_session_add_baseline (self->session, "Approved", KOYOMI_LANGUAGE_EN, &error));
  koyomi_test_window_mark_done (&self->test);
  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-page", "s", "calendar"));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-page", "s", "reports"));
  wait_made (self);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (moments)), ==, 2);
  gtk_drop_down_set_selected (moments, 1);
  wait_made (self);
  missing = koyomi_test_dialog_list (find_list (self, unwritten), GTK_TYPE_LIST_BOX_ROW);
  for (guint i = 0; i < kind->n_parts; i++)
    {
      g_autofree char *text = g_strdup_printf ("No text: %s", kind->parts[i].title);

      n_texts += find_list (self, text) != NULL;
    }
  g_assert_cmpuint (missing->len, ==, n_texts);
}

static void
add_lost_moment (Fixture *self)
{
  g_autoptr(KoyomiRecord) bookmark = koyomi_record_new (KOYOMI_TABLE_BOOKMARK);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (bookmark, KOYOMI_BOOKMARK_NAME, "Lost");
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_SEQ, -1);
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_AT, 1);
  edit = koyomi_session_begin_edit (self->session, &error);
  g_assert_true (koyomi_edit_insert (edit, bookmark, &error));
  g_assert_true (koyomi_edit_commit (edit, "Note", &error));
}

static void
wait_failed (Fixture *self)
{
  GtkWidget *button = NULL;

  while (button == NULL || !gtk_widget_get_mapped (button))
    {
      g_autoptr(GPtrArray) pages = koyomi_test_dialog_list (self->view, ADW_TYPE_STATUS_PAGE);

      button = pages->len > 0 ? koyomi_test_dialog_find_button (g_ptr_array_index (pages, 0), "Try _Again") : NULL;
      g_main_context_iteration (NULL, FALSE);
    }
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static gboolean
is_reading (Fixture *self)
{
  return gtk_spinner_get_spinning (GTK_SPINNER (find_called (self, GTK_TYPE_SPINNER, "Making the report")));
}

/* What cannot be told is said where the report would be, and tried again; nothing turns for ever. */
static void
test_failure (Fixture       *self,
              gconstpointer  data)
{
  GtkDropDown *moments;

  add_lost_moment (self);
  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-page", "s", "calendar"));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-page", "s", "reports"));
  wait_made (self);
  moments = find_seldom (self, GTK_TYPE_DROP_DOWN, "Plan that the report is made from");
  gtk_drop_down_set_selected (moments, 1);
  wait_failed (self);
  g_assert_false (is_reading (self));
  g_assert_true (koyomi_test_dialog_has_line (self->view, "The report could not be made"));
  g_assert_null (koyomi_test_dialog_find (self->window));

  koyomi_test_dialog_press (self->view, "Try _Again");
  while (!is_reading (self))
    g_main_context_iteration (NULL, TRUE);
  while (is_reading (self))
    g_main_context_iteration (NULL, TRUE);
  wait_failed (self);
  gtk_drop_down_set_selected (moments, 0);
  wait_made (self);
  g_assert_false (koyomi_test_dialog_has_line (self->view, "The report could not be made"));
}

/* A bookmark that is made while the report is shown can be chosen at once. */
static void
test_new_moment (Fixture       *self,
                 gconstpointer  data)
{
  GListModel *moments = gtk_drop_down_get_model (find_seldom (self, GTK_TYPE_DROP_DOWN, "Plan that the report is made from"));
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (moments), ==, 1);
  g_assert_true (koyomi_session_add_baseline (self->session, "Approved", KOYOMI_LANGUAGE_EN, &error));
  g_assert_no_error (error);
  while (g_list_model_get_n_items (moments) == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (moments), ==, 2);
}

/* A month and another language are another report. */
static void
test_choices (Fixture       *self,
              gconstpointer  data)
{
  gtk_drop_down_set_selected (find_called (self, GTK_TYPE_DROP_DOWN, "Time that the report is about"), 1);
  wait_made (self);
  gtk_drop_down_set_selected (find_called (self, GTK_TYPE_DROP_DOWN, "Language of the report"), KOYOMI_LANGUAGE_JA);
  wait_made (self);
  g_assert_true (gtk_widget_activate_action (self->view, "report.print", NULL));
  gtk_window_close (koyomi_test_dialog_wait (self->window));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Returns: what is chosen in a view that is not seen */
static guint
get_report_language (GtkWidget *widget)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  if (GTK_IS_DROP_DOWN (widget) && is_called (widget, "Language of the report"))
    return gtk_drop_down_get_selected (GTK_DROP_DOWN (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && selected == GTK_INVALID_LIST_POSITION;
       child = gtk_widget_get_next_sibling (child))
    selected = get_report_language (child);

  return selected;
}

/* When another language is chosen for the window, it is built anew. */
static void
test_take_over (Fixture       *self,
                gconstpointer  data)
{
  KoyomiWorkspace *workspace = koyomi_window_get_workspace (self->test.window);
  g_autoptr(GtkWidget) same = g_object_ref_sink (koyomi_report_view_new (workspace));
  g_autoptr(GtkWidget) other = g_object_ref_sink (koyomi_report_view_new (workspace));

  koyomi_report_view_take_over (KOYOMI_REPORT_VIEW (same), KOYOMI_REPORT_VIEW (self->view));
  g_assert_cmpint (get_report_language (same), ==, KOYOMI_LANGUAGE_EN);
  gtk_drop_down_set_selected (find_called (self, GTK_TYPE_DROP_DOWN, "Language of the report"), KOYOMI_LANGUAGE_JA);
  koyomi_report_view_take_over (KOYOMI_REPORT_VIEW (other), KOYOMI_REPORT_VIEW (self->view));
  g_assert_cmpint (get_report_language (other), ==, KOYOMI_LANGUAGE_JA);
}

static GtkWidget *
open_text (Fixture   *self,
           GtkWindow **window)
{
  g_autoptr(GPtrArray) texts = NULL;

  g_assert_true (gtk_widget_activate_action (self->view, "report.write-text", "u", (guint32) (get_unwritten () - koyomi_report_kind_find ("committee")->parts)));
  *window = koyomi_test_dialog_wait (self->window);
  texts = koyomi_test_dialog_list (*window, KOYOMI_TYPE_REPORT_TEXT);
  g_assert_cmpuint (texts->len, ==, koyomi_report_kind_find ("committee")->n_parts);

  return g_ptr_array_index (texts, texts->len - 1);
}

/* A plan that is only read has its reports; their texts are looked at. */
static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  GtkWindow *window;
  GtkWidget *text = open_text (self, &window);
  KoyomiTextField *field = KOYOMI_TEXT_FIELD (koyomi_test_widget_find (text, KOYOMI_TYPE_TEXT_FIELD));

  g_assert_cmpuint (count_pages (self), >, 1);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (koyomi_text_field_get_input (field))));
  gtk_window_close (window);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* A month can only be chosen for what tells of one, a year for what tells of all of it; and only what marks changes can be compared. */
static void
test_periods (Fixture       *self,
              gconstpointer  data)
{
  GtkDropDown *periods = find_called (self, GTK_TYPE_DROP_DOWN, "Time that the report is about");
  GtkWidget *compares = koyomi_test_widget_find (self->view, GTK_TYPE_CHECK_BUTTON);
  guint n_with_months = g_list_model_get_n_items (gtk_drop_down_get_model (periods));

  choose (self, "kpi");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (periods)), <, n_with_months);
  g_assert_true (gtk_widget_get_sensitive (compares));
  choose (self, "annual-calendar");
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (periods)), ==, "FY2026");
  g_assert_false (gtk_widget_get_sensitive (compares));
  choose (self, "matrix");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (periods)));
  choose (self, "kpi");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (periods)));
}

static gboolean
is_shown (Fixture    *self,
          const char *page)
{
  GtkWidget *stack = gtk_widget_get_ancestor (koyomi_test_widget_find (self->view, ADW_TYPE_STATUS_PAGE), GTK_TYPE_STACK);

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), page);
}

/* All drills become incidents. */
static void
end_drills (Fixture *self)
{
  const KoyomiReportKind *kind = koyomi_report_kind_find ("drill");
  g_autoptr(GPtrArray) drills = koyomi_report_list_subjects (self->session, kind, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  for (guint i = 0; i < drills->len; i++)
    {
      KoyomiRecord *drill = g_ptr_array_index (drills, i);

      koyomi_record_set_int (drill, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_INCIDENT);
      g_assert_true (koyomi_edit_update (edit, drill, &error));
    }
  g_assert_true (koyomi_edit_commit (edit, "No drills", &error));
}

/* One incident is chosen in place of a time; where there is none, that is said, and nothing can be written. */
static void
test_subjects (Fixture       *self,
               gconstpointer  data)
{
  const KoyomiReportKind *kind = koyomi_report_kind_find ("incident");
  g_autoptr(GPtrArray) incidents = koyomi_report_list_subjects (self->session, kind, KOYOMI_LANGUAGE_EN, NULL);
  GtkDropDown *subjects;

  choose (self, "incident");
  subjects = find_called (self, GTK_TYPE_DROP_DOWN, "What the report is about");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (subjects)), ==, incidents->len);
  g_assert_cmpuint (gtk_drop_down_get_selected (subjects), ==, 0);
  gtk_drop_down_set_selected (subjects, 1);
  wait_made (self);
  koyomi_report_view_choose (KOYOMI_REPORT_VIEW (self->view), "drill", 0);
  wait_made (self);
  end_drills (self);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_true (is_shown (self, "empty"));
  g_assert_false (gtk_widget_get_sensitive (find_called (self, GTK_TYPE_BUTTON, "Print")));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (subjects)));
  g_assert_true (koyomi_session_undo (self->session, NULL));
  wait_made (self);
  g_assert_true (is_shown (self, "pages"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (subjects)));
}

/* Only pages in sight are painted: those that are mapped. */
static void
test_sight (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) pages = koyomi_test_dialog_list (self->view, KOYOMI_TYPE_REPORT_PAGE);

  g_assert_cmpuint (pages->len, >, 0);
  g_assert_cmpuint (pages->len, <, 5);
  g_assert_cmpuint (count_pages (self), >, 5);
}

static void
test_zoom (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *page = koyomi_test_widget_find (self->view, KOYOMI_TYPE_REPORT_PAGE);
  int width = gtk_widget_get_width (page);

  g_assert_true (koyomi_test_widget_press (self->window, "<Control>plus"));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_cmpint (gtk_widget_get_width (page), >, width);
  g_assert_true (koyomi_test_widget_press (self->window, "<Control>0"));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_cmpint (gtk_widget_get_width (page), ==, width);
}

/* What is written of a section is one edit, and no longer missing. */
static void
test_text (Fixture       *self,
           gconstpointer  data)
{
  const KoyomiReportPart *part = get_unwritten ();
  g_autofree char *row = g_strdup_printf ("No text: %s", part->title);
  g_autoptr(KoyomiEntry) before = koyomi_session_get_head (self->session, NULL);
  g_autoptr(KoyomiEntry) after = NULL;
  GtkWindow *window;
  GtkWidget *text = open_text (self, &window);
  KoyomiTextField *field = KOYOMI_TEXT_FIELD (koyomi_test_widget_find (text, KOYOMI_TYPE_TEXT_FIELD));

  g_assert_nonnull (find_list (self, row));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (koyomi_text_field_get_input (field))),
                            "Nine in August, one of them critical.", -1);
  g_assert_true (koyomi_text_field_commit (field));
  after = koyomi_session_get_head (self->session, NULL);
  g_assert_cmpint (after->seq, ==, before->seq + 1);
  gtk_window_close (window);
  wait_made (self);
  g_assert_null (find_list (self, row));
}

/* As many as the row of the report says, which tells in what it can be written. */
static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  const KoyomiReportKind *kind = koyomi_report_kind_find ("committee");
  GtkListBoxRow *row = gtk_list_box_get_selected_row (find_list (self, kind->name));
  g_autofree char *unwritten = g_strdup_printf ("No text: %s", get_unwritten ()->title);
  g_autoptr(GPtrArray) missing = koyomi_test_dialog_list (find_list (self, unwritten), GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *number = g_strdup_printf ("%u", missing->len);
  g_autofree char *spoken = g_strdup_printf ("%s, Excel · PDF, %u still missing", kind->summary, missing->len);

  g_assert_true (koyomi_test_dialog_has_line (row, number));
  g_assert_true (koyomi_test_dialog_has_line (row, "Excel · PDF"));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken));
  choose (self, "kpi");
  g_assert_false (koyomi_test_dialog_has_line (row, number));
}

/* What the readiness check finds where a report looks is missing from it, and leads to its rows. */
static void
test_gaps (Fixture       *self,
           gconstpointer  data)
{
  const KoyomiReportWish wish = get_present (self, "capa");
  g_autoptr(GPtrArray) gaps = koyomi_report_list_gaps (self->session, wish.kind, &wish.options, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) rows = NULL;
  const KoyomiReportGap *gap = NULL;
  guint index = 0;
  GtkListBox *list;

  while (gap == NULL || gap->rows->len < 2)
    gap = g_ptr_array_index (gaps, index++);
  choose (self, "capa");
  list = find_list (self, gap->title);
  g_assert_nonnull (list);
  g_assert_true (gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, index - 1))));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  list = find_called (self, GTK_TYPE_LIST_BOX, gap->title);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  rows = koyomi_test_dialog_list (list, GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows->len, ==, gap->rows->len);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
}

/* However much is missing: the texts of the report stay in sight in a small window. */
static void
test_small (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (self->view, GTK_TYPE_BUTTON);
  graphene_rect_t place;

  gtk_window_set_default_size (self->window, 1024, 640);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "report.texts") == 0)
      {
        g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (buttons, i), self->view, &place));
        g_assert_cmpfloat (place.origin.y + place.size.height, <=, gtk_widget_get_height (self->view));
        return;
      }
  g_assert_not_reached ();
}

/* Where nobody looks nothing is made. */
static void
test_unseen (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *page = koyomi_test_widget_find (self->view, KOYOMI_TYPE_REPORT_PAGE);
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;

  g_assert_true (gtk_widget_activate_action (self->view, "plan.show-page", "s", "calendar"));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  koyomi_test_window_mark_done (&self->test);
  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_false (gtk_widget_get_mapped (self->view));
  g_assert_nonnull (page);
  g_object_remove_weak_pointer (G_OBJECT (page), (gpointer *) &page);
}

#define ADD(path, test) g_test_add ("/views/report-view/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  application = koyomi_test_window_start ();

  ADD ("what-is-shown-is-what-is-written", test_kinds);
  ADD ("every-one-can-be-written", test_files);
  if (KOYOMI_TEST_CHOOSES_FILES)
    ADD ("what-is-shown-is-saved", test_saving);
  ADD ("comparison-says-what-with", test_comparison);
  ADD ("past-is-compared-with-what-came-before-it", test_past_comparison);
  ADD ("plan-of-a-moment-is-told", test_moment);
  ADD ("what-cannot-be-made-is-tried-again", test_failure);
  ADD ("bookmark-is-offered-once-it-is-made", test_new_moment);
  ADD ("month-and-language-are-chosen", test_choices);
  ADD ("language-of-the-report-outlives-that-of-the-window", test_take_over);
  g_test_add ("/views/report-view/plan-is-only-read", Fixture, NULL, set_up_read, test_read_only, tear_down);
  ADD ("month-is-offered-for-what-tells-of-one", test_periods);
  ADD ("one-incident-is-chosen-or-that-there-is-none-is-said", test_subjects);
  ADD ("only-pages-in-sight-are-painted", test_sight);
  ADD ("pages-fill-the-width-or-are-as-large-as-wanted", test_zoom);
  ADD ("text-is-an-edit-and-no-longer-missing", test_text);
  ADD ("as-many-are-missing-as-the-report-says", test_missing);
  ADD ("gaps-of-the-plan-lead-to-their-rows", test_gaps);
  ADD ("texts-stay-in-sight-in-a-small-window", test_small);
  ADD ("nothing-is-made-unseen", test_unseen);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
