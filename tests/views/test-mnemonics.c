#include "koyomi-audit-page.h"
#include "koyomi-audit-view.h"
#include "koyomi-day.h"
#include "koyomi-finding-window.h"
#include "koyomi-plan-page.h"
#include "koyomi-plan-view.h"
#include "koyomi-register-dialog.h"
#include "koyomi-registers-window.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-every-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <string.h>

/* Where two things have the same letter, Alt with it goes from one to the other and does nothing. */

static KoyomiApplication *application;

static void
set_up (KoyomiTestWindow *self,
        gconstpointer     data)
{
  g_settings_set_string (koyomi_application_get_settings (application), "last-view", "calendar");
  koyomi_test_window_open (self);
  koyomi_window_set_language (self->window, GPOINTER_TO_INT (data));
  koyomi_test_window_settle (self);
}

static void
tear_down (KoyomiTestWindow *self,
           gconstpointer     data)
{
  koyomi_test_window_close (self);
}

static gboolean
has_mnemonic (GtkLabel *label)
{
  guint key = gtk_label_get_mnemonic_keyval (label);

  return key != 0 && key != GDK_KEY_VoidSymbol;
}

/* A popover has letters of its own. */
static void
collect (GtkWidget  *widget,
         const char *place,
         GHashTable *labels)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      gpointer key = GUINT_TO_POINTER (gdk_keyval_to_lower (gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))));
      GtkWidget *other = g_hash_table_lookup (labels, key);

      if (other != NULL)
        {
          g_test_message ("%s: “%s” and “%s”", place, gtk_label_get_label (GTK_LABEL (other)), gtk_label_get_label (GTK_LABEL (widget)));
          g_test_fail ();
        }
      if (has_mnemonic (GTK_LABEL (widget)))
        g_hash_table_insert (labels, key, widget);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      collect (child, place, labels);
}

static void
check (gpointer    window,
       const char *place)
{
  g_autoptr(GHashTable) labels = g_hash_table_new (NULL, NULL);

  collect (window, place, labels);
}

/* Lists of teams and the like are the plan's, and have no letters. */
static void
check_controls (GtkWidget  *widget,
                const char *place)
{
  if ((GTK_IS_DROP_DOWN (widget) || GTK_IS_CHECK_BUTTON (widget) || (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)) &&
      gtk_widget_get_mapped (widget) && gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)) != NULL)
    {
      g_autoptr(GList) labels = gtk_widget_list_mnemonic_labels (widget);
      gboolean found = GTK_IS_CHECK_BUTTON (widget) ? gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget))
                       : GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget));

      for (GList *l = labels; l != NULL; l = l->next)
        found = found || has_mnemonic (l->data);
      if (!found)
        {
          g_test_message ("%s: no letter for “%s”", place, gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
          g_test_fail ();
        }
    }

  if (GTK_IS_DROP_DOWN (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_controls (child, place);
}

/* GTK 4.8 has no monitor for what is outside. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds, all;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, root, &bounds) && gtk_widget_compute_bounds (root, root, &all) &&
         graphene_rect_contains_rect (&all, &bounds);
}

/* Opens whatever a button opens in sight. Returns: how many were not menus */
static guint
check_popovers (KoyomiTestWindow *self,
                GtkWidget        *widget,
                const char       *place)
{
  guint n = 0;

  if (GTK_IS_MENU_BUTTON (widget) && is_in_sight (widget) && gtk_widget_get_sensitive (widget))
    {
      GtkPopover *popover;

      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      koyomi_test_window_settle (self);
      popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));
      if (popover != NULL)
        {
          check (popover, place);
          if (!GTK_IS_POPOVER_MENU (popover))
            {
              check_controls (GTK_WIDGET (popover), place);
              n++;
            }
          gtk_popover_popdown (popover);
          koyomi_test_window_settle (self);
        }
      return n;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_popovers (self, child, place);

  return n;
}

static void
test_popovers (KoyomiTestWindow *self,
               gconstpointer     data)
{
  GtkWidget *plan = koyomi_test_window_find (self, KOYOMI_TYPE_PLAN_VIEW);
  guint n = 0;

  for (int i = 0; i < koyomi_n_plan_pages; i++)
    {
      g_assert_true (gtk_widget_activate_action (plan, "plan.show-view", "i", i));
      koyomi_test_window_settle (self);
      n += check_popovers (self, GTK_WIDGET (self->window), koyomi_plan_pages[i].name);
    }
  g_assert_cmpuint (n, >=, 3);
}

static void
test_views (KoyomiTestWindow *self,
            gconstpointer     data)
{
  GtkWidget *plan = koyomi_test_window_find (self, KOYOMI_TYPE_PLAN_VIEW);

  for (int i = 0; i < koyomi_n_plan_pages; i++)
    {
      g_assert_true (gtk_widget_activate_action (plan, "plan.show-view", "i", i));
      koyomi_test_window_settle (self);
      check (self->window, koyomi_plan_pages[i].name);
    }
}

static void
test_audit_pages (KoyomiTestWindow *self,
                  gconstpointer     data)
{
  GtkWidget *view;

  g_assert_true (gtk_widget_activate_action (koyomi_test_window_find (self, KOYOMI_TYPE_PLAN_VIEW), "plan.show-page", "s", "audit"));
  view = koyomi_test_window_find (self, KOYOMI_TYPE_AUDIT_VIEW);
  for (guint i = 0; i < koyomi_n_audit_pages; i++)
    {
      g_assert_true (gtk_widget_activate_action (view, "audit.show-page", "s", koyomi_audit_pages[i].id));
      koyomi_test_window_settle (self);
      check (self->window, koyomi_audit_pages[i].id);
    }
}

static void
test_registers (KoyomiTestWindow *self,
                gconstpointer     data)
{
  for (guint i = 0; i < KOYOMI_N_REGISTERS; i++)
    {
      const KoyomiRegisterKind *kind = koyomi_register_kind_get (i);
      g_autoptr(KoyomiRecord) row = koyomi_register_kind_create (kind, koyomi_day_today ());
      GtkWindow *window, *dialog;

      koyomi_registers_window_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), kind->table, 0);
      window = koyomi_test_dialog_wait (self->window);
      check (window, kind->name);
      koyomi_register_dialog_present (window, koyomi_window_get_workspace (self->window), kind, row, TRUE);
      dialog = koyomi_test_dialog_wait (window);
      check (dialog, kind->name);
      gtk_window_close (dialog);
      gtk_window_close (window);
      while (koyomi_test_dialog_find (self->window) != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* Each has other buttons, by what is to be done next. */
static void
test_findings (KoyomiTestWindow *self,
               gconstpointer     data)
{
  g_autoptr(GPtrArray) findings = koyomi_session_list (koyomi_window_get_session (self->window), KOYOMI_TABLE_FINDING, 0, 0,
                                                       GPOINTER_TO_INT (data), NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      KoyomiRecord *finding = g_ptr_array_index (findings, i);
      GtkWindow *window;

      koyomi_finding_window_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), koyomi_record_get_id (finding));
      window = koyomi_test_dialog_wait (self->window);
      check (window, koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER));
      gtk_window_close (window);
      while (koyomi_test_dialog_find (self->window) != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_dialogs (KoyomiTestWindow *self,
              gconstpointer     data)
{
  for (guint i = 0; koyomi_test_every_dialog[i].name != NULL; i++)
    {
      GtkWindow *window = koyomi_test_every_dialog_present (self, &koyomi_test_every_dialog[i]);

      check (window, koyomi_test_every_dialog[i].name);
      gtk_window_close (window);
      while (koyomi_test_dialog_find (self->window) != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void      (*test) (KoyomiTestWindow *self,
                       gconstpointer     data);
  } tests[] = {
    { "views", test_views },
    { "popovers", test_popovers },
    { "audit-pages", test_audit_pages },
    { "registers", test_registers },
    { "findings", test_findings },
    { "dialogs", test_dialogs },
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  application = koyomi_test_window_start ();
  for (guint i = 0; i < G_N_ELEMENTS (tests) * KOYOMI_N_LANGUAGES; i++)
    {
      KoyomiLanguage language = i % KOYOMI_N_LANGUAGES;
      g_autofree char *path = g_strdup_printf ("/views/mnemonics/%s/%s", tests[i / KOYOMI_N_LANGUAGES].name, koyomi_language_get_code (language));

      g_test_add (path, KoyomiTestWindow, GINT_TO_POINTER (language), set_up, tests[i / KOYOMI_N_LANGUAGES].test, tear_down);
    }

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
