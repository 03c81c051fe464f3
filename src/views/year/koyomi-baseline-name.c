#include "koyomi-baseline-name.h"

#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-text.h"

struct _KoyomiBaselineName
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *set_button;
  GtkEditable      *name;
  GtkLabel         *message;

  gint64            baseline;   /* 0 for one that is to be set now */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiBaselineName, set_button),
  KOYOMI_UI_CHILD (KoyomiBaselineName, name),
  KOYOMI_UI_CHILD (KoyomiBaselineName, message),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiBaselineName, koyomi_baseline_name, KOYOMI_TYPE_PLAN_WINDOW)

static const char *
tr (KoyomiBaselineName *self,
    const char         *text)
{
  return koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), text);
}

static void
show_message (KoyomiBaselineName *self,
              const char         *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}

static void
changed_cb (KoyomiBaselineName *self)
{
  gtk_widget_set_sensitive (self->set_button, !koyomi_text_is_blank (gtk_editable_get_text (self->name)));
  show_message (self, NULL);
}

static gboolean
write_name (KoyomiBaselineName  *self,
            GError             **error)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  const char *name = gtk_editable_get_text (self->name);

  return self->baseline == 0 ? koyomi_session_add_baseline (koyomi_plan_window_get_session (window), name,
                                                            koyomi_plan_window_get_language (window), error)
                             : koyomi_session_rename_baseline (koyomi_plan_window_get_session (window), self->baseline, name,
                                                               koyomi_plan_window_get_language (window), error);
}

/* What is wrong with a name is said beside it; what else goes wrong, in a dialog. */
static void
set_cb (KoyomiBaselineName *self)
{
  g_autoptr(GError) error = NULL;

  if (write_name (self, &error))
    gtk_window_close (GTK_WINDOW (self));
  else if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS))
    show_message (self, tr (self, N_("Another baseline has this name.")));
  else if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT))
    show_message (self, tr (self, N_("A name must not begin with #.")));
  else
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), tr (self, N_("The baseline was not set")), error);
}

static gboolean
koyomi_baseline_name_refresh (KoyomiPlanWindow  *window,
                              GError           **error)
{
  KoyomiBaselineName *self = KOYOMI_BASELINE_NAME (window);
  g_autoptr(KoyomiRecord) bookmark = NULL;

  if (self->baseline == 0)
    return TRUE;

  bookmark = koyomi_session_get (koyomi_plan_window_get_session (window), KOYOMI_TABLE_BOOKMARK, self->baseline,
                                 koyomi_plan_window_get_language (window), error);

  return bookmark != NULL;
}

static void
koyomi_baseline_name_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_baseline_name_parent_class)->dispose (object);
}

static void
koyomi_baseline_name_class_init (KoyomiBaselineNameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_baseline_name_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_baseline_name_refresh;
}

static void
koyomi_baseline_name_init (KoyomiBaselineName *self)
{
}

static char *
propose_name (KoyomiBaselineName *self)
{
  g_autofree char *today = koyomi_day_format (koyomi_day_today ());
  g_autoptr(KoyomiRecord) bookmark = NULL;

  if (self->baseline == 0)
    /* Translators: the name of a baseline; %s is today, such as 2026-04-20 */
    return g_strdup_printf (koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("Approved %s")), today);

  bookmark = koyomi_session_get (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), KOYOMI_TABLE_BOOKMARK, self->baseline,
                                 koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self)), NULL);

  return g_strdup (bookmark != NULL ? koyomi_record_get_title (bookmark) : "");
}

/* @baseline: the one that is to be called otherwise; 0 to name the plan as it now stands */
void
koyomi_baseline_name_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              gint64           baseline)
{
  KoyomiBaselineName *self = g_object_new (KOYOMI_TYPE_BASELINE_NAME, NULL);
  g_autofree char *name = NULL;

  self->baseline = baseline;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-baseline-name", children);
  if (baseline != 0)
    {
      gtk_window_set_title (GTK_WINDOW (self), tr (self, N_("Rename Baseline")));
      gtk_button_set_label (GTK_BUTTON (self->set_button), tr (self, N_("_Rename")));
    }

  name = propose_name (self);
  gtk_editable_set_text (self->name, name);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->set_button, "clicked", G_CALLBACK (set_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->name));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
