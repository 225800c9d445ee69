# Stage 1 builds the environment, stage 2 carries only what runs. No build tools, no root.
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/mistok
COPY pyproject.toml requirements.lock README.md LICENSE ./
COPY bot bot
COPY handlers handlers
COPY partnership partnership
COPY storage storage
COPY locales locales
COPY examples examples
RUN /opt/mistok/bin/pip install --no-cache-dir --disable-pip-version-check -c requirements.lock .

FROM python:3.11-slim
# The metric twin of Times New Roman: a PDF looks like the Word file.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends fonts-liberation \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data --create-home mistok
COPY --from=build /opt/mistok /opt/mistok
ENV PATH=/opt/mistok/bin:$PATH DATA_DIR=/data LOG_FORMAT=json PYTHONUNBUFFERED=1
USER mistok
WORKDIR /data
VOLUME /data
EXPOSE 8080
# /healthz answers while the process works and can read its database.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ.get('HTTP_PORT', '8080') + '/healthz', timeout=4)"]
ENTRYPOINT ["mistok"]
CMD ["run"]
