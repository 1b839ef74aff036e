from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_proposals_and_reexamination"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="context",
            field=models.JSONField(blank=True, default=dict, verbose_name="context words by language"),
        ),
    ]
