#include "koyomi-run-head.h"

#include "koyomi-day.h"
#include "koyomi-occurrence.h"
#include "koyomi-ui.h"

struct _KoyomiRunHead
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *badge;
  GtkWidget       *done_button;
  GtkWidget       *begin_button;
  GtkWidget       *skip_button;
  GtkWidget       *reopen_button;
  GtkWidget       *menu_button;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRunHead, badge),
  KOYOMI_UI_CHILD (KoyomiRunHead, done_button),
  KOYOMI_UI_CHILD (KoyomiRunHead, begin_button),
  KOYOMI_UI_CHILD (KoyomiRunHead, skip_button),
  KOYOMI_UI_CHILD (KoyomiRunHead, reopen_button),
  KOYOMI_UI_CHILD (KoyomiRunHead, menu_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiRunHead, koyomi_run_head, GTK_TYPE_WIDGET)

static void
koyomi_run_head_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_RUN_HEAD (object)->workspace);

  G_OBJECT_CLASS (koyomi_run_head_parent_class)->dispose (object);
}

static void
koyomi_run_head_class_init (KoyomiRunHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_run_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_run_head_init (KoyomiRunHead *self)
{
}

GtkWidget *
koyomi_run_head_new (KoyomiWorkspace *workspace)
{
  KoyomiRunHead *self = g_object_new (KOYOMI_TYPE_RUN_HEAD, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_RUN_HEAD, "koyomi-run-head", koyomi_workspace_get_language (workspace), children);

  return GTK_WIDGET (self);
}

/* Returns: (transfer full): such as “Overdue by 4 days” */
static char *
describe_state (KoyomiRecord   *run,
                KoyomiState     state,
                guint32         today,
                KoyomiLanguage  language)
{
  guint32 last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);

  switch (state)
    {
    case KOYOMI_STATE_LATE:
      return g_strdup_printf (koyomi_ntr (language, "Overdue by %u day", "Overdue by %u days", today - last_day), today - last_day);
    case KOYOMI_STATE_DUE_SOON:
      if (last_day == today)
        return g_strdup (koyomi_tr (language, "Due today"));
      return g_strdup_printf (koyomi_ntr (language, "Due in %u day", "Due in %u days", last_day - today), last_day - today);
    case KOYOMI_STATE_DONE_LATE:
      {
        guint32 days = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_LAST) - last_day;

        return g_strdup_printf (koyomi_ntr (language, "Done %u day late", "Done %u days late", days), days);
      }
    case KOYOMI_STATE_PLANNED:
    case KOYOMI_STATE_DOING:
    case KOYOMI_STATE_DONE:
    case KOYOMI_STATE_SKIPPED:
    case KOYOMI_STATE_MISSED:
    default:
      return g_strdup (koyomi_state_get_label (state, language));
    }
}

static void
show_badge (KoyomiRunHead *self,
            KoyomiRecord  *run)
{
  guint32 today = koyomi_day_today ();
  KoyomiState state = koyomi_occurrence_get_state (run, today);
  g_autofree char *words = describe_state (run, state, today, koyomi_workspace_get_language (self->workspace));
  g_autofree char *text = g_strdup_printf ("%s %s", koyomi_state_get_glyph (state), words);
  g_autofree char *css_class = g_strconcat ("koyomi-", koyomi_state_get_nick (state), NULL);
  const char *classes[] = { "koyomi-badge", css_class, NULL };

  gtk_label_set_text (GTK_LABEL (self->badge), text);
  gtk_widget_set_css_classes (self->badge, classes);
}

void
koyomi_run_head_show_run (KoyomiRunHead *self,
                          KoyomiRecord  *run)
{
  KoyomiStatus status;
  gboolean is_open;

  g_return_if_fail (KOYOMI_IS_RUN_HEAD (self));

  show_badge (self, run);
  status = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS);
  is_open = status == KOYOMI_STATUS_PLANNED || status == KOYOMI_STATUS_DOING;
  gtk_widget_set_visible (self->done_button, is_open || status == KOYOMI_STATUS_MISSED);
  gtk_widget_set_visible (self->begin_button, status == KOYOMI_STATUS_PLANNED);
  gtk_widget_set_visible (self->skip_button, is_open);
  gtk_widget_set_visible (self->reopen_button, !is_open);
}
